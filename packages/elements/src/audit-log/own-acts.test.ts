import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import type { Access } from '@visitkit/sdk'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { mount, settled, unmount } from '../../test/mount.ts'
import { deepQuery, withProvider, waitFor } from '../../test/story.ts'
import '../define/audit-log.ts'
import '../define/provider.ts'

afterEach(unmount)

const row = (id: string, actor: Access['actor']): Access => ({
  id,
  at: new Date().toISOString(),
  patientId: 'patient-robin',
  actor,
  action: 'read',
  entity: 'Visit',
  reason: 'chart',
  purpose: 'TREAT',
  outcome: 'done',
  application: 'Portal',
})

const headings = (lang: string) => async (items: Access[]) => {
  const client = createSampleWorld().client('patient', {
    listPatientAccesses: () => ({ patientId: 'patient-robin', items, nextCursor: null }),
  })
  await mount(withProvider(client, html`<visit-audit-log></visit-audit-log>`), lang)
  const root = deepQuery(document.body, 'visit-audit-log')?.shadowRoot
  await waitFor(() => root?.querySelectorAll('h4').length === items.length, 'the entries')
  await settled()
  return {
    who: [...(root?.querySelectorAll('h4') ?? [])].map(({ textContent }) => textContent.trim()),
    questions: root?.querySelectorAll('button[aria-label]').length,
  }
}

test.each([
  ['en', 'You'],
  ['es', 'Usted'],
  ['ar', 'أنت'],
])('in %s one’s own acts are shown as %s, and no one else’s', async (lang, you) => {
  const shown = await headings(lang)([
    row('2', { kind: 'patient', id: 'patient-robin', displayName: 'Robin Rivera', role: 'patient' }),
    row('1', { kind: 'member', id: 'jo', displayName: 'Dr. Jo Sample', role: 'practitioner' }),
    row('0', { kind: 'proxy', id: 'alex', displayName: 'Alex Rivera', role: 'proxy' }),
  ])
  const [own, ...others] = shown.who
  expect(own).toBe(you)
  expect(others.join()).toMatch(/Dr\. Jo Sample.*Alex Rivera/)
  expect(others.join()).not.toContain(you)
})

test('one’s own acts cannot be questioned', async () => {
  const own = row('2', { kind: 'patient', id: 'patient-robin', displayName: 'Robin Rivera', role: 'patient' })
  const other = row('1', { kind: 'member', id: 'jo', displayName: 'Dr. Jo Sample', role: 'practitioner' })
  expect((await headings('en')([own])).questions).toBe(0)
  expect((await headings('en')([own, other])).questions).toBe(1)
})
