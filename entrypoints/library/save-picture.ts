import { offerFile } from './offer-file.ts';

/** Pictures are saved at twice their size, for print. */
const SCALE = 2;

/** Offers a drawing as a file: as it is, or painted. */
export async function savePicture(svg: SVGSVGElement, name: string, format: 'svg' | 'png'): Promise<void> {
  const source = new XMLSerializer().serializeToString(svg);
  if (format === 'svg') return offerFile(`${name}.svg`, 'image/svg+xml', source);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = svg.width.baseVal.value * SCALE;
  canvas.height = svg.height.baseVal.value * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob) offerFile(`${name}.png`, 'image/png', blob);
}
