import type { PartTwoRefusal, PartTwoStatement } from '../contracts/part-two.ts'
import type { PartTwoGate } from '../sensitive/part-two-gate.ts'
import type { BoundTransmissionHandler, Transmission } from './transmission.ts'

export type AskedTransmission = Pick<Transmission, 'kind' | 'patientId' | 'visitId' | 'payload'>

/** `payload`: what is sent, with the notice and the scope of the consent if there is a `statement`. */
export type PermittedTransmission =
  | { readonly outcome: 'permitted'; readonly payload: unknown; readonly statement: PartTwoStatement | null }
  | { readonly outcome: 'refused'; readonly code: PartTwoRefusal }

/** Asks before a message leaves. Every kind of every domain passes here, before each attempt. */
export const permitTransmission =
  (gate: PartTwoGate) =>
  async (
    { partTwo }: Pick<BoundTransmissionHandler, 'partTwo'>,
    organizationId: string,
    { patientId, visitId, payload }: AskedTransmission,
    now: Date,
  ): Promise<PermittedTransmission> => {
    if (partTwo.discloses === 'none' || patientId === null || visitId === null)
      return { outcome: 'permitted', payload, statement: null }
    const answer = await gate.ask(organizationId, { patientId, visitId }, partTwo.discloses(payload), now)
    if (answer.outcome === 'unprotected') return { outcome: 'permitted', payload, statement: null }
    if (partTwo.accompany === 'no-place') return { outcome: 'refused', code: 'part_two_no_place' }
    if (answer.outcome === 'refused') return answer
    const { statement } = answer
    const accompanied = partTwo.accompany(payload, statement)
    return accompanied === null
      ? { outcome: 'refused', code: 'part_two_no_room' }
      : { outcome: 'permitted', payload: accompanied, statement }
  }
