import type { Code } from '../lib/model/codebook.ts';

/** The codes of one annotation as chips; codes that are gone are left out. */
export function CodeTags({ codeIds, codes }: { codeIds: string[]; codes: readonly Code[] }) {
  const chosen = codeIds.flatMap((id) => codes.find((code) => code.id === id) ?? []);
  if (chosen.length === 0) return null;
  return (
    <ul class="tags">
      {chosen.map((code) => (
        <li key={code.id} class="tag" style={{ '--code': code.color }}>
          <span class="shape" aria-hidden="true">
            {code.shape}
          </span>
          {code.name}
        </li>
      ))}
    </ul>
  );
}
