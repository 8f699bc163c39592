import type { LiveRule } from '../../platform/contracts/live-rule.ts'
import type { DomainEvent } from '../../platform/contracts/event.ts'

/** Those who write it hear of every step; the patient of those that they may read. */
const noteRule = (event: string, isForPatient: boolean): LiveRule => ({
  event,
  audience: ({ data }) => [
    `practitioner:${data['practitionerId']}`,
    ...(typeof data['supervisorId'] === 'string' ? [`member:${data['supervisorId']}`] : []),
    ...(isForPatient ? [`patient:${data['patientId']}`] : []),
  ],
  message: ({ data }) => ({ type: 'note.changed', ids: idsOf(data, ['noteId', 'visitId', 'patientId']) }),
})

const idsOf = (data: DomainEvent['data'], names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, String(data[name])]))

export const liveRules: readonly LiveRule[] = [
  ...['drafted', 'saved', 'awaiting-cosign'].map((fact) => noteRule(`documentation.note-${fact}`, false)),
  ...['signed', 'addended'].map((fact) => noteRule(`documentation.note-${fact}`, true)),
  ...(['allergy', 'condition'] as const).map((part): LiveRule => ({
    event: `documentation.${part}-changed`,
    audience: ({ data }) => [`patient:${data['patientId']}`, 'role:practitioner', 'role:nurse'],
    message: ({ data }) => ({ type: `${part}.changed`, ids: idsOf(data, ['patientId']) }),
  })),
]
