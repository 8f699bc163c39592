import type { ContactChoice, HowToCall, HowToWrite, Patient } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import type { SampleDomain } from './sample-domain.ts'
import type { SampleState } from './sample-state.ts'

/** How staff reach the patient of the sample, as the patient chose it. */
export const sampleReach = ({
  patient: { phone, address, zone },
  contactChoice: { calls, callPhone, leaveMessage, callHours, letters, letterAddress, addressAs },
}: Pick<SampleState, 'patient' | 'contactChoice'>): { readonly call: HowToCall; readonly letters: HowToWrite } => {
  const number = { recorded: phone, only: callPhone, none: undefined }[calls]
  const to = { recorded: address, only: letterAddress, none: undefined }[letters]
  const name = addressAs === undefined ? {} : { addressAs }
  return {
    call: {
      rule: calls,
      ...(number !== undefined && { phone: number }),
      ...(calls === 'only' && { leaveMessage: leaveMessage ?? false }),
      ...(callHours && { hours: { ...callHours, zone } }),
      ...name,
    },
    letters: { rule: letters, ...(to !== undefined && { address: to }), ...name },
  }
}

/** As the server shows the patient: to others than the patient nothing of the record that the patient replaced. */
export const shownPatient = (
  state: Pick<SampleState, 'patient' | 'contactChoice'>,
  person: 'patient' | 'practitioner' | 'guest',
): Patient => {
  const { phone, address, call: _call, letters: _letters, ...record } = state.patient
  const reach = sampleReach(state)
  const own = person === 'patient'
  return {
    ...record,
    ...(phone !== undefined && (own || reach.call.rule === 'recorded') && { phone }),
    ...(address !== undefined && (own || reach.letters.rule === 'recorded') && { address }),
    ...reach,
  }
}

/** What the patient asked about calls, letters and the name. */
export const reachSample: SampleDomain =
  ({ state }) =>
  () => ({
    getContactChoice: () => state.contactChoice,
    putContactChoice: ({ body: { version, ...chosen } }) => {
      if (version !== state.contactChoice.version) return problem(409, 'version_conflict')
      const { patientId } = state.contactChoice
      return (state.contactChoice = { patientId, ...chosen, version: version + 1 } satisfies ContactChoice)
    },
  })
