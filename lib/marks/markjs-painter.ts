import { MARK_CATEGORIES, type MarkCategory } from '../model/annotation.ts';
import type { Layer, LayerMark, Painter, PaintResult, Surface } from './painter.ts';
import { drawStep, type Plan, planOf, type Step } from './plan.ts';
import { keepSelection } from './selection.ts';
import { standOf, steady } from './steady.ts';
import { unwrap } from './strip.ts';
import { visibleRun } from './viewport.ts';

/** Longest slice of script, in milliseconds: well under what a reader or the page would notice. */
const SLICE = 12;
/** Steps that are measured together, before and after: two layouts for all of them. */
const BATCH = 60;
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

  /** Draws steps from `at` on until the time is up; returns the index of the first one left. */
  const draw = (plan: Plan, steps: readonly Step[], at: number, time: number): number => {
    const begun = window.performance.now();
    const batch = steps.slice(at, at + BATCH);
    const stand = standOf(batch);
    const made = new Map<Step, HTMLElement[]>();
    for (const step of batch) {
      if (made.size > 0 && window.performance.now() - begun > time) break;
      keepSelection(
        root,
        (node) => step.strip.includes(node),
        () => made.set(step, drawStep(step)),
      );
      note(plan, step, made.get(step) ?? []);
    }
    steady(stand, made);
    return at + made.size;
  };

  /** Enters what was drawn in the books. */
  const note = (plan: Plan, step: Step, elements: readonly HTMLElement[]): void => {
    for (const element of elements) {
      const id = element.dataset.id ?? '';
      const known = drawn.get(id);
      if (known) known.elements.push(element);
      else drawn.set(id, { category: element.dataset.category as MarkCategory, elements: [element] });
    }
    for (const id of new Set(step.strokes.map((stroke) => stroke.id))) {
      const left = (plan.open.get(id) ?? 1) - 1;
      plan.open.set(id, left);
      if (left === 0) done.add(id);
    }
  };

  /** Draws near steps of very long blocks when the reader comes to them. */
  const drawLate = (): void => {
    isScheduled = false;
    if (!late) return;
    const { plan, steps } = late;
    const { from, to } = visibleRun(steps, window, AROUND);
    const near = steps.splice(from, to - from);
    const left = near.slice(draw(plan, near, 0, SLICE));
    steps.splice(from, 0, ...left);
    if (left.length > 0) schedule();
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
    while (next < first.length && window.performance.now() - begun < SLICE * 2)
      next = draw(plan, first, next, SLICE);
    const queue = [...first.slice(next), ...rest];
    return new Promise((resolve) => {
      let at = 0;
      const slice = (): void => {
        if (mine !== generation) {
          resolve(resultOf(plan, true));
          return;
        }
        at = draw(plan, queue, at, SLICE);
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
