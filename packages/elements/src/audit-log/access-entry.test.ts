import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import type { Access } from '@visitkit/sdk'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { mount, settled, unmount } from '../../test/mount.ts'
import { deepQuery, withProvider } from '../../test/story.ts'
import '../define/audit-log.ts'
import '../define/provider.ts'

afterEach(unmount)

const row = (day: string, more: Partial<Access>): Access => ({
  id: day,
  at: `${day}T10:00:00Z`,
  patientId: 'patient-robin',
  actor: { kind: 'member', id: 'jo', displayName: 'Dr. Jo Sample', role: 'practitioner' },
  action: 'read',
  entity: 'Visit',
  reason: 'visit',
  purpose: 'TREAT',
  outcome: 'done',
  application: 'Portal',
  ...more,
})

const entriesOf = async (items: readonly Access[]): Promise<readonly string[]> => {
  const client = createSampleWorld().client('patient', {
    listPatientAccesses: () => ({ patientId: 'patient-robin', items: [...items], nextCursor: null }),
  })
  await mount(withProvider(client, html`<visit-audit-log></visit-audit-log>`), 'en')
  await settled()
  const list = deepQuery(document.body, '[part=list]')
  return [...(list?.querySelectorAll('.entry .tight') ?? [])].map(({ textContent }) =>
    textContent.replaceAll(/\s+/g, ' ').trim(),
  )
}

test('an entry says who in which role did what and why, and when and through which application', async () => {
  const entries = await entriesOf([
    row('2026-02-02', { application: 'Lakeside Portal' }),
    row('2026-01-01', {
      application: 'Billing Desk',
      actor: { kind: 'member', id: 'kim', displayName: 'Kim Example', role: 'biller' },
      action: 'print',
      reason: 'billing',
      purpose: 'HPAYMT',
    }),
  ])
  expect(entries).toHaveLength(2)
  expect(entries[0]).toMatch(
    /^Dr\. Jo Sample, clinician Read your visit, because you had a visit\. February 2.*\. Lakeside Portal\. Purpose: .+\.$/,
  )
  expect(entries[1]).toMatch(
    /^Kim Example, billing Printed your visit, .+\. January 1.*\. Billing Desk\. Purpose: .+\.$/,
  )
})

test('what a privacy officer found about an access is next to it, and next to no other', async () => {
  const entries = await entriesOf([row('2026-02-02', { review: 'not-allowed' }), row('2026-01-01', {})])
  expect(entries.map((text) => text.includes('The privacy office checked this. It was not allowed.'))).toEqual([
    true,
    false,
  ])
})
