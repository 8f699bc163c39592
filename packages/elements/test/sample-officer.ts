import type { Me, Member } from '@visitkit/sdk'
import { createSampleWorld, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'

/** The clinician of the sample world, who is its privacy officer here. */
const me = async (): Promise<Me> => {
  const found = await createSampleWorld().client('practitioner').me.get()
  return {
    ...found,
    roles: ['privacy-officer'],
    practitionerId: null,
    permissions: [
      'access-case:handle',
      'access-monitor:manage',
      'access-question:answer',
      'access-question:read',
      'access:review',
      'disclosure:record',
      'incident:report',
      'legal-hold:manage',
      'live:open',
      'me:read',
      'member:read',
      'patient:search',
      'privacy-request:decide',
      'record-erasure:approve',
      'session:own',
    ],
  }
}

const officer = (id: string, displayName: string): Member => ({
  id,
  displayName,
  roles: ['privacy-officer'],
  status: 'active',
  login: 'linked',
  practitionerId: null,
  version: 1,
})

/** Answers as to a privacy officer who has a colleague. */
export const asOfficer = (more: TestHandlers = {}): TestHandlers => ({
  getMe: me,
  listMembers: () => ({
    items: [officer('member-jo', 'Dr. Jo Sample'), officer('member-kim', 'Kim Specimen')],
    nextCursor: null,
  }),
  ...more,
})

/** Answers as to an administrator, who reviews no accesses and sees what no privacy officer may answer. */
export const asStandIn = (more: TestHandlers = {}): TestHandlers =>
  asOfficer({
    getMe: async () => ({
      ...(await me()),
      roles: ['administrator'],
      permissions: [
        'access-case:handle',
        'access-question:answer',
        'access-question:read',
        'incident:report',
        'live:open',
        'me:read',
        'member:read',
        'session:own',
      ],
    }),
    ...more,
  })

/** A patient asks about an access of a member. */
export const askInSample = async (
  world: SampleWorld,
  { reason = 'no-care', text }: { readonly reason?: 'no-care' | 'known-person'; readonly text?: string } = {},
  place = 0,
) => {
  const patient = world.client('patient')
  const { items } = await patient.accesses.ofPatient('patient-robin', { others: true }).page()
  const accessId = items.filter(({ actor }) => actor.kind === 'member')[place]?.id ?? ''
  return patient.accessQuestions.ask('patient-robin', { accessId, reason, ...(text !== undefined && { text }) })
}
