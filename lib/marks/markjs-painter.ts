import { MARK_CATEGORIES, type MarkCategory } from '../model/annotation.ts';
import type { Layer, LayerMark, Painter, PaintResult, Surface } from './painter.ts';
import { drawStep, type Plan, planOf, type Step } from './plan.ts';
import { keepSelection } from './selection.ts';
import { unwrap } from './strip.ts';
import { visibleRun } from './viewport.ts';

/** Longest slice of script, in milliseconds: well under what a reader or the page would notice. */
const SLICE = 12;
/** How far around the viewport is drawn at once, and drawn at all in very long blocks; in viewport heights. */
const NEAR = 0.5;
const AROUND = 1.5;

interface Drawn {
  category: MarkCategory;
  elements: HTMLElement[];
}

/**
 * A painter that draws with mark.js, text node by text node. `surface` is the text as read from the page; its map
 * follows the splitting of nodes.
 */
export function createPainter(surface: Surface): Painter {
  const { root } = surface;
  const window = root.ownerDocument.defaultView as Window & typeof globalThis;
  const layers = new Map<MarkCategory, readonly LayerMark[]>();
  const drawn = new Map<string, Drawn>();
  const done = new Set<string>();
  let generation = 0;
  let late: { plan: Plan; steps: Step[] } | null = null;
  let isScheduled = false;

  const holds = (node: Node): boolean => root.contains(node);
  const isOurs = (category: MarkCategory, wanted: ReadonlySet<MarkCategory>): boolean => wanted.has(category);

  const erase = (ids: readonly string[]): void => {
    const elements = ids.flatMap((id) => drawn.get(id)?.elements ?? []);
    for (const id of ids) {
      drawn.delete(id);
      done.delete(id);
    }
    if (elements.length > 0) keepSelection(root, holds, () => unwrap(elements));
  };

  const draw = (plan: Plan, steps: readonly Step[]): void => {
    for (const step of steps) {
      keepSelection(
        root,
        (node) => step.strip.includes(node),
        () => {
          for (const element of drawStep(step)) {
            const id = element.dataset.id ?? '';
            const category = element.dataset.category as MarkCategory;
            const known = drawn.get(id);
            if (known) known.elements.push(element);
            else drawn.set(id, { category, elements: [element] });
          }
        },
      );
      for (const id of new Set(step.strokes.map((stroke) => stroke.id))) {
        const left = (plan.open.get(id) ?? 1) - 1;
        plan.open.set(id, left);
        if (left === 0) done.add(id);
      }
    }
  };

  /** Draws near steps of very long blocks when the reader comes to them. */
  const drawLate = (): void => {
    isScheduled = false;
    if (!late) return;
    const { plan, steps } = late;
    const { from, to } = visibleRun(steps, window, AROUND);
    const near = steps.splice(from, to - from);
    const begun = window.performance.now();
    let next = 0;
    while (next < near.length && window.performance.now() - begun < SLICE)
      draw(plan, near.slice(next, ++next));
    if (next < near.length) {
      steps.splice(from, 0, ...near.slice(next));
      schedule();
    }
  };
  const schedule = (): void => {
    if (isScheduled || !late || late.steps.length === 0) return;
    isScheduled = true;
    window.requestAnimationFrame(drawLate);
  };

  const resultOf = (plan: Plan, cancelled: boolean): PaintResult => ({
    drawn: done.size,
    missing: plan.missing,
    deferred: new Set(late?.steps.flatMap((step) => step.strokes.map((stroke) => stroke.id))).size,
    cancelled,
  });

  /** Draws whatever is not drawn yet: at once what is near the viewport, the rest in idle time. */
  const run = (): Promise<PaintResult> => {
    generation++;
    const mine = generation;
    erase([...drawn.keys()].filter((id) => !done.has(id)));
    const wanted = [...layers].flatMap(([category, marks]) =>
      marks.filter(({ id }) => !done.has(id)).map((mark): [MarkCategory, LayerMark] => [category, mark]),
    );
    const plan = planOf(surface, wanted);
    const { from, to } = visibleRun(plan.steps, window, NEAR);
    const around = visibleRun(plan.steps, window, AROUND);
    const isLate = (step: Step, at: number): boolean => step.isLong && (at < around.from || at >= around.to);
    const rest = plan.steps.filter((step, at) => (at < from || at >= to) && !isLate(step, at));
    const steps = plan.steps.filter(isLate);
    late = steps.length > 0 ? { plan, steps } : null;
    const first = plan.steps.slice(from, to);
    const begun = window.performance.now();
    let next = 0;
    while (next < first.length && window.performance.now() - begun < SLICE * 3)
      draw(plan, first.slice(next, ++next));
    const queue = [...first.slice(next), ...rest];
    return new Promise((resolve) => {
      let at = 0;
      const slice = (): void => {
        if (mine !== generation) {
          resolve(resultOf(plan, true));
          return;
        }
        const start = window.performance.now();
        while (at < queue.length && window.performance.now() - start < SLICE)
          draw(plan, queue.slice(at, ++at));
        if (at < queue.length) idle(window, slice);
        else resolve(resultOf(plan, false));
      };
      if (queue.length === 0) resolve(resultOf(plan, false));
      else idle(window, slice);
    });
  };

  const remove = (categories: ReadonlySet<MarkCategory>): void =>
    erase([...drawn].filter(([, { category }]) => isOurs(category, categories)).map(([id]) => id));

  window.addEventListener('scroll', schedule, { passive: true, capture: true });

  return {
    paint(next) {
      remove(new Set(next.map(({ category }: Layer) => category)));
      for (const { category, marks } of next) layers.set(category, marks);
      return run();
    },
    unpaint(categories = MARK_CATEGORIES) {
      for (const category of categories) layers.delete(category);
      remove(new Set(categories));
      void run();
    },
    elementsOf: (id) => drawn.get(id)?.elements ?? [],
    repair() {
      const lost = [...drawn].filter(([, { elements }]) =>
        elements.some((element) => !isWhole(element, root)),
      );
      erase(lost.map(([id]) => id));
      return run();
    },
    lift(selection) {
      const ids = [...drawn]
        .filter(([, { elements }]) => elements.some((element) => selection.containsNode(element, true)))
        .map(([id]) => id);
      erase(ids);
      return () => void run();
    },
    dispose() {
      generation++;
      late = null;
      layers.clear();
      window.removeEventListener('scroll', schedule, { capture: true });
      remove(new Set(MARK_CATEGORIES));
    },
  };
}

/** Still in the page, and not emptied by a script of it. */
const isWhole = (element: HTMLElement, root: Element): boolean =>
  root.contains(element) && element.textContent !== '';

function idle(window: Window & typeof globalThis, slice: () => void): void {
  if (typeof window.requestIdleCallback === 'function') window.requestIdleCallback(slice, { timeout: 500 });
  else window.setTimeout(slice, 0);
}
