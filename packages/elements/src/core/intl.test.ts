import { html } from 'lit'
import { afterEach, expect, test, vi } from 'vitest'
import { createSampleWorld } from '@visitkit/sdk/testing'
import '../define/audit-log.ts'
import '../define/provider.ts'
import { mount, settled, unmount } from '../../test/mount.ts'
import { deepQuery, waitFor, withProvider } from '../../test/story.ts'
import type { VisitElement } from './visit-element.ts'

afterEach(() => {
  unmount()
  vi.unstubAllGlobals()
})

/** The names of the formatters that are made from now on. */
const recordFormatters = (): string[] => {
  const made: string[] = []
  const counted = (kind: unknown): unknown =>
    typeof kind === 'function'
      ? new Proxy(kind, {
          construct: (target, values: unknown[], self) => {
            made.push(target.name)
            return Reflect.construct(target, values, self) as object
          },
          apply: (target, self, values: unknown[]) => {
            made.push(target.name)
            return Reflect.apply(target, self, values) as unknown
          },
        })
      : kind
  vi.stubGlobal('Intl', new Proxy(Intl, { get: (all, name) => counted(Reflect.get(all, name)) }))
  return made
}

test('a long list is drawn again with the formatters that there are, and asks for the zone once', async () => {
  const world = createSampleWorld()
  const [like] = world.state.accesses
  if (!like) throw new Error('no access')
  for (let index = 0; index < 100; index++)
    world.state.accesses.push({
      ...like,
      id: `access-${index}`,
      at: new Date(Date.now() - index * 3_600_000).toISOString(),
      actor: { kind: 'member', id: 'member-jo', displayName: 'Dr. Jo Sample', role: 'practitioner' },
    })
  await mount(withProvider(world.client('patient'), html`<visit-audit-log></visit-audit-log>`))
  const element = await waitFor(() => deepQuery<VisitElement>(document.body, 'visit-audit-log'), 'the log')
  await waitFor(() => deepQuery(document.body, 'svg.bars'), 'the chart')
  await settled()
  expect(element.renderRoot.querySelectorAll('li').length).toBeGreaterThan(90)
  const made = recordFormatters()
  element.requestUpdate()
  await element.updateComplete
  expect(made).toEqual(['DateTimeFormat'])
})
