import type { SampleWorld } from '@visitkit/sdk/testing'

/** The patient revokes the consent to telehealth, as in the settings on another page. */
export const takeBack = async (world: SampleWorld): Promise<void> => {
  const active = world.state.consents.find(({ purpose }) => purpose === 'telehealth-treatment')
  await world.client('patient').consents.revoke(active?.id ?? '')
}
export const agreeAgain = async (world: SampleWorld): Promise<void> => {
  const client = world.client('patient')
  const patientId = world.ids.patientId ?? ''
  const { items } = await client.consents.requirements(patientId, { purposes: ['telehealth-treatment'] })
  const [requirement] = items
  if (!requirement) throw new Error('There is no text')
  const { id, version, contentHash, sections, language } = requirement.document
  await client.consents.decide(patientId, {
    ...{ documentId: id, version, contentHash, language, decision: 'granted', zone: 'America/New_York' },
    sectionsSeen: sections.map((section) => section.id),
    signature: { kind: 'typed', name: 'Ana Sample' },
  })
}
