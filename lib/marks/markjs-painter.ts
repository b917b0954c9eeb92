import { MARK_CATEGORIES, type MarkCategory } from '../model/annotation.ts';
import type { Span } from '../model/span.ts';
import { inLongBlock, LONG_BLOCK } from './long-block.ts';
import type { Layer, LayerMark, Painter, PaintResult, Surface } from './painter.ts';
import { drawStep, type Plan, planOf, type Step, type Wanted } from './plan.ts';
import { type HeldSelection, holdSelection } from './selection.ts';
import { standOf, steady } from './steady.ts';
import { unwrap } from './strip.ts';
import { inTurns } from './turns.ts';
import { visiblePart } from './viewport.ts';

/** The first slice of script, which draws what is in the viewport, and those of drawing late, in milliseconds. */
const FIRST = 32;
const LATE = 16;
/** Marks that are planned together: a few milliseconds of work. */
const CHUNK = 256;
/** Steps that are measured together, before and after: two layouts for all of them. */
const BATCH = 24;
/** In texts up to this length, in characters, lines are kept steady throughout; in longer ones, in the viewport. */
const STEADIED = 30_000;
/** How far around the viewport is drawn at once, and drawn at all in very long blocks; in viewport heights. */
const NEAR = 0.2;
const AROUND = 1.5;

interface Drawn {
  category: MarkCategory;
  elements: HTMLElement[];
}

const byPlace = ([, a]: Wanted, [, b]: Wanted): number =>
  a.span.start - b.span.start || b.span.end - a.span.end;

const reachesInto =
  (part: Span) =>
  ([, { span }]: Wanted): boolean =>
    span.end > part.start && span.start < part.end;

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
  /** Marks in very long blocks, away from the viewport, by their place. */
  let late: Wanted[] = [];
  let isScheduled = false;

  const erase = (ids: readonly string[]): void => {
    const elements = ids.flatMap((id) => drawn.get(id)?.elements ?? []);
    for (const id of ids) {
      drawn.delete(id);
      done.delete(id);
    }
    if (elements.length === 0) return;
    const held = holdSelection(root);
    held.expect((node) => root.contains(node));
    unwrap(elements);
    held.restore();
  };

  /** Draws steps from `at` on until `end`, a time; returns the index of the first one left. */
  const draw = (plan: Plan, at: number, end: number, held: HeldSelection, isSteadied: boolean): number => {
    const { steps } = plan;
    const isLate = (): boolean => window.performance.now() > end;
    let next = at;
    held.expect((node) => steps.some((step) => step.strip.includes(node)));
    while (next < steps.length && (next === at || !isLate())) {
      const batch = steps.slice(next, next + BATCH);
      const stand = isSteadied ? standOf(batch) : null;
      const made = new Map<Step, HTMLElement[]>();
      for (const step of batch) {
        if (made.size > 0 && !stand && isLate()) break;
        made.set(step, drawAndNote(plan, step));
      }
      if (stand) steady(stand, made);
      next += made.size;
    }
    return next;
  };

  /** Draws a step and enters it in the books; the elements made. */
  const drawAndNote = (plan: Plan, step: Step): HTMLElement[] => {
    const made: HTMLElement[] = [];
    drawStep(step, (element, { id, category }) => {
      made.push(element);
      const known = drawn.get(id);
      if (known) known.elements.push(element);
      else drawn.set(id, { category, elements: [element] });
    });
    for (const id of step.ids) {
      const left = (plan.open.get(id) ?? 1) - 1;
      plan.open.set(id, left);
      if (left === 0) done.add(id);
    }
    return made;
  };

  /** Draws marks of very long blocks when the reader comes to them. */
  const drawLate = (): void => {
    isScheduled = false;
    if (late.length === 0) return;
    const end = window.performance.now() + LATE;
    const isNear = reachesInto(visiblePart(surface, late, window, AROUND));
    const near = late.filter(isNear);
    late = late.filter((mark) => !isNear(mark));
    const held = holdSelection(root);
    while (near.length > 0 && window.performance.now() < end) {
      draw(planOf(surface, near.splice(0, CHUNK)), 0, Number.POSITIVE_INFINITY, held, false);
    }
    held.restore();
    if (near.length === 0) return;
    late = [...late, ...near].sort(byPlace);
    schedule();
  };
  const schedule = (): void => {
    if (isScheduled || late.length === 0) return;
    isScheduled = true;
    window.requestAnimationFrame(drawLate);
  };

  /** Draws whatever is not drawn yet: at once what is near the viewport, then marks of those ids; the rest in idle time. */
  const run = (ids: readonly string[] = []): Promise<PaintResult> => {
    generation++;
    const mine = generation;
    erase([...drawn.keys()].filter((id) => !done.has(id)));
    const wanted = [...layers]
      .flatMap(([category, marks]) =>
        marks.filter(({ id }) => !done.has(id)).map((mark): Wanted => [category, mark]),
      )
      .sort(byPlace);
    late = [];
    const isNear = reachesInto(visiblePart(surface, wanted, window, NEAR));
    const named = new Set(ids);
    const isNamed = ([, { id }]: Wanted): boolean => named.has(id);
    const far = wanted.filter((mark) => !isNear(mark));
    const rest = named.size > 0 ? [...far.filter(isNamed), ...far.filter((mark) => !isNamed(mark))] : far;
    const isLong = surface.text.length > LONG_BLOCK ? inLongBlock(surface) : () => false;
    const around = surface.text.length > LONG_BLOCK ? visiblePart(surface, wanted, window, AROUND) : null;
    const isAround = around ? reachesInto(around) : () => true;
    const isLate = (mark: Wanted): boolean => !isAround(mark) && !isNamed(mark) && isLong(mark);
    const near = wanted.filter(isNear);
    let plan = planOf(surface, near);
    let at = 0;
    let next = 0;
    const missing = [...plan.missing];
    const isLeft = (): boolean => at < plan.steps.length || next < rest.length;
    const slice = (time: number): void => {
      const end = window.performance.now() + time;
      const held = holdSelection(root);
      do {
        if (at === plan.steps.length) {
          const chunk = rest.slice(next, next + CHUNK);
          next += chunk.length;
          plan = planOf(
            surface,
            chunk.filter((mark) => !isLate(mark)),
          );
          at = 0;
          late.push(...chunk.filter(isLate));
          missing.push(...plan.missing);
        }
        at = draw(plan, at, end, held, surface.text.length <= STEADIED);
      } while (isLeft() && window.performance.now() < end);
      held.restore();
    };
    const result = (cancelled: boolean): PaintResult => ({
      drawn: done.size,
      missing,
      deferred: late.length,
      cancelled,
    });
    const held = holdSelection(root);
    at = draw(plan, 0, window.performance.now() + FIRST, held, !near.some(isLong));
    held.restore();
    if (named.size > 0 && isLeft()) slice(FIRST);
    return new Promise((resolve) => {
      if (!isLeft()) return resolve(result(false));
      inTurns(window, (time) => {
        if (mine === generation) slice(time);
        const isOver = mine !== generation || !isLeft();
        if (isOver) resolve(result(mine !== generation));
        return !isOver;
      });
    });
  };

  /** Copies of marks, as a script makes that writes its page's HTML anew. */
  const strays = (): HTMLElement[] => {
    const known = new Set([...drawn.values()].flatMap(({ elements }) => elements));
    return [...root.querySelectorAll<HTMLElement>('mark.zhupi')].filter((element) => !known.has(element));
  };

  const remove = (categories: ReadonlySet<MarkCategory>): void =>
    erase([...drawn].filter(([, { category }]) => categories.has(category)).map(([id]) => id));

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
      unwrap(strays());
      return run();
    },
    lift(selection) {
      const ids = [...drawn]
        .filter(([, { elements }]) => elements.some((element) => selection.containsNode(element, true)))
        .map(([id]) => id);
      erase(ids);
      return () => void run(ids);
    },
    dispose() {
      generation++;
      late = [];
      layers.clear();
      window.removeEventListener('scroll', schedule, { capture: true });
      remove(new Set(MARK_CATEGORIES));
    },
  };
}

/** Still in the page, and not emptied by a script of it. */
const isWhole = (element: HTMLElement, root: Element): boolean =>
  root.contains(element) && element.textContent !== '';
