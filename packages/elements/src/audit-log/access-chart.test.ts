import { afterEach, expect, test } from 'vitest'
import { html } from 'lit'
import { createSampleWorld } from '@visitkit/sdk/testing'
import '../define/audit-log.ts'
import '../define/provider.ts'
import { mount, unmount } from '../../test/mount.ts'
import { deepQuery, waitFor, withProvider } from '../../test/story.ts'
import { countDays } from './access-chart.ts'
import { groupAccesses, groupByDay } from './group-accesses.ts'

afterEach(unmount)

test('days without an access count too, and at most a month is shown', async () => {
  const world = createSampleWorld()
  const [one] = (await world.client().accesses.ofPatient(world.ids.patientId, {}).page()).items
  if (!one) throw new Error('no access')
  const at = (day: string) => ({
    ...one,
    id: day,
    at: `${day}T15:00:00Z`,
    actor: { ...one.actor, kind: 'member' as const },
  })
  const days = groupByDay(groupAccesses([at('2026-11-25'), at('2026-11-22'), at('2026-09-01')]), 'UTC')
  const counts = countDays(days, 'UTC')
  expect(counts).toHaveLength(31)
  expect(counts.slice(-4).map(({ people }) => people)).toEqual([1, 0, 0, 1])
  expect(countDays([], 'UTC')).toEqual([])
})

test.each([
  ['en', 'Accesses', /^\d+ access(es)? by people from /],
  ['es', 'Accesos', /^\d+ accesos? de personas del /],
])(
  'is drawn above the entries in %s with its unit, its scale and both ends, and the same numbers as a table',
  async (...[lang, unit, label]) => {
    const world = createSampleWorld()
    await mount(withProvider(world.client('patient'), html`<visit-audit-log></visit-audit-log>`), lang)
    const plot = await waitFor(() => deepQuery(document.body, 'svg.bars'), 'the chart')
    expect(plot.getAttribute('aria-label')).toMatch(label)
    const texts = [...plot.querySelectorAll('text')].map(({ textContent }) => textContent)
    expect(texts[0]).toBe(unit)
    expect(texts).toContain('0')
    const rows = [...(deepQuery(document.body, '.chart tbody')?.querySelectorAll('tr') ?? [])]
    expect(rows).toHaveLength(plot.querySelectorAll('.part-of').length)
    expect(texts.slice(-2).map((end) => /\d+/.exec(end)?.[0])).toEqual(
      [rows.at(-1), rows[0]].map((row) => /\d+/.exec(row?.textContent ?? '')?.[0]),
    )
  },
)
