import { MARK_CATEGORIES, type MarkCategory } from '../model/annotation.ts';
import type { Layer, LayerMark, Painter, PaintResult, Surface } from './painter.ts';
import { drawStep, type Plan, planOf, type Step } from './plan.ts';
import { keepSelection } from './selection.ts';
import { standOf, steady } from './steady.ts';
import { unwrap } from './strip.ts';
import { visibleRun } from './viewport.ts';

/** Slices of script, in milliseconds: usual, and longest when the page is idle. */
const SLICE = 16;
const LONGEST_SLICE = 36;
/** Steps that are measured together, before and after: two layouts for all of them. */
const BATCH = 24;
/** In texts up to this length, in characters, lines are kept steady throughout; in longer ones, in the viewport. */
const STEADIED = 30_000;
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

  /** Draws steps from `at` on until the time is up (milliseconds); returns the index of the first one left. */
  const draw = (
    plan: Plan,
    steps: readonly Step[],
    at: number,
    time: number,
    isSteadied: boolean,
  ): number => {
    const begun = window.performance.now();
    const isLate = (): boolean => window.performance.now() - begun > time;
    let next = at;
    const touches = (node: Node): boolean => steps.some((step) => step.strip.includes(node));
    // Asking for the selection costs a layout once anything has changed: so once for all steps.
    keepSelection(root, touches, () => {
      while (next < steps.length && (next === at || !isLate())) {
        const batch = steps.slice(next, next + BATCH);
        const stand = isSteadied ? standOf(batch) : null;
        const made = new Map<Step, HTMLElement[]>();
        for (const step of batch) {
          if (made.size > 0 && !stand && isLate()) break;
          const elements = drawStep(step);
          made.set(step, elements);
          note(plan, step, elements);
        }
        if (stand) steady(stand, made);
        next += made.size;
      }
    });
    return next;
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
    const left = near.slice(draw(plan, near, 0, SLICE, false));
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
    const next = draw(plan, first, 0, SLICE * 2, true);
    const queue = [...first.slice(next), ...rest];
    return new Promise((resolve) => {
      let at = 0;
      const slice = (budget: number): void => {
        if (mine !== generation) {
          resolve(resultOf(plan, true));
          return;
        }
        at = draw(plan, queue, at, budget, surface.text.length <= STEADIED);
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
    elementsOf: (id) =>
      [...(drawn.get(id)?.elements ?? [])].sort((a, b) => (a.compareDocumentPosition(b) & 4 ? -1 : 1)),
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

/** Calls when the page has nothing better to do, with the time there is (milliseconds). */
function idle(window: Window & typeof globalThis, slice: (budget: number) => void): void {
  if (typeof window.requestIdleCallback !== 'function') {
    window.setTimeout(() => slice(SLICE), 0);
    return;
  }
  window.requestIdleCallback(
    (deadline) => slice(Math.max(SLICE / 2, Math.min(deadline.timeRemaining(), LONGEST_SLICE))),
    {
      timeout: 200,
    },
  );
}
