import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { FactsForm } from '../../../components/panel/facts-form.tsx';
import { zh } from '../../../lib/messages/zh.ts';
import type { ReportFacts } from '../../../lib/model/report.ts';
import { captureOf } from '../../fixtures/captures.ts';

const MACHINE = captureOf('').detection.facts;
let root: HTMLElement;
let saved: Partial<ReportFacts>[];

beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
  saved = [];
});
afterEach(() => {
  render(null, root);
  root.remove();
});

function show(edited: Partial<ReportFacts> = {}): void {
  render(
    <FactsForm
      words={zh}
      machine={MACHINE}
      edited={edited}
      fault={null}
      onSave={(edits) => saved.push(edits)}
      onClose={() => undefined}
    />,
    root,
  );
}

const field = (label: string) => root.querySelector(`[aria-label="${label}"]`) as HTMLInputElement;
const submit = () => userEvent.click(root.querySelector('[type="submit"]') as HTMLElement);

test('only what differs from the machine is saved', async () => {
  show({ issuer: '示例市公安局法制支队' });
  await userEvent.fill(field(zh.panel.year), '2024');
  await userEvent.selectOptions(field(zh.panel.level), 'county');
  await userEvent.fill(field(zh.panel.divisions.county), '示例县');
  await userEvent.clear(field(zh.panel.published));
  await submit();
  expect(saved).toEqual([
    {
      issuer: '示例市公安局法制支队',
      year: 2024,
      level: 'county',
      region: { ...MACHINE.region, county: '示例县' },
      published: null,
    },
  ]);
});

test.each([
  [zh.panel.year, '24', zh.panel.wrongYear],
  [zh.panel.published, '2024-02-30', zh.panel.wrongDay],
])('%s %s is not saved: it is said why, and the field has the focus', async (label, typed, sentence) => {
  show();
  await userEvent.fill(field(label), typed);
  await vi.waitFor(() => expect(root.querySelector('[role="alert"]')?.textContent).toBe(sentence));
  await submit();
  expect(saved).toEqual([]);
  await vi.waitFor(() => expect(document.activeElement).toBe(field(label)));
});

test('a fact goes back to what the machine says', async () => {
  show({ year: 2020, title: '别的标题' });
  const machine = () => [...root.querySelectorAll('.machine')].map((line) => line.firstChild?.textContent);
  expect(machine()).toEqual([
    zh.panel.machineSays(MACHINE.title ?? ''),
    zh.panel.machineSays(zh.panel.yearValue(2025)),
  ]);
  for (const button of root.querySelectorAll<HTMLElement>('.machine button')) await userEvent.click(button);
  await vi.waitFor(() => expect(machine()).toEqual([]));
  await submit();
  expect(saved).toEqual([{}]);
});
