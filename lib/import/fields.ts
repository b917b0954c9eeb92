/** Looks at a value: `null` when it is right, else the path of the field that is wrong, '' for the value itself. */
export type Check = (value: unknown) => string | null;

const that =
  (isRight: (value: unknown) => boolean): Check =>
  (value) =>
    isRight(value) ? null : '';

export const text = that((value) => typeof value === 'string');
export const filled = that((value) => typeof value === 'string' && value !== '');
export const number = that((value) => typeof value === 'number' && Number.isFinite(value));
export const offset = that((value) => Number.isSafeInteger(value) && (value as number) >= 0);
export const truth = that((value) => typeof value === 'boolean');
export const hash = that((value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value));
/** A moment as JavaScript writes it: ISO 8601 in UTC. */
export const moment = that(
  (value) =>
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(value) &&
    !Number.isNaN(Date.parse(value)),
);
export const color = that((value) => typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value));
export const anything: Check = () => null;

export const oneOf = (...values: readonly unknown[]): Check => that((value) => values.includes(value));
export const nullable =
  (check: Check): Check =>
  (value) =>
    value === null ? null : check(value);
export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined ? null : check(value);

export const list =
  (check: Check): Check =>
  (value) => {
    if (!Array.isArray(value)) return '';
    for (const [index, each] of value.entries()) {
      const wrong = check(each);
      if (wrong !== null) return `${index}${joint(wrong)}`;
    }
    return null;
  };

/** An object with these fields; what else stands in it is left alone, for a newer version may know it. */
export const fields =
  (checks: Record<string, Check>): Check =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
    for (const [name, check] of Object.entries(checks)) {
      const wrong = check(Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined);
      if (wrong !== null) return `${name}${joint(wrong)}`;
    }
    return null;
  };

/** An object whose values are all texts, whatever their keys. */
export const mapping: Check = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  return Object.entries(value).find(([, each]) => typeof each !== 'string')?.[0] ?? null;
};

/** All of several checks. */
export const both =
  (...checks: readonly Check[]): Check =>
  (value) => {
    for (const check of checks) {
      const wrong = check(value);
      if (wrong !== null) return wrong;
    }
    return null;
  };

const joint = (path: string) => (path === '' ? '' : `.${path}`);
