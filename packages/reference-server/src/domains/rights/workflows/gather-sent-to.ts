import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { SentTo } from '../model/pass-on-correction.ts'
import type { PrivacyRequest } from '../model/privacy-request.ts'
import type { RightsPorts } from '../ports.ts'
import { dayIn } from './day-in.ts'

type Ports = Pick<RightsPorts, 'directory' | 'disclosures' | 'documentation' | 'laboratories' | 'pharmacies' | 'payers'>
type Content = components['schemas']['DisclosedContent']

const sources = {
  LabOrder: { port: 'laboratories', kind: 'laboratory', content: 'lab-order' },
  Prescription: { port: 'pharmacies', kind: 'pharmacy', content: 'prescription' },
  Claim: { port: 'payers', kind: 'payer', content: 'claim' },
  Coverage: { port: 'payers', kind: 'payer', content: 'coverage' },
} as const satisfies Record<string, { port: keyof Ports; kind: SentTo['kind']; content: Content }>

/**
 * Who was sent what a correction is about. Of a note those that were sent something of its visit, and what staff recorded since it was
 * signed, because the record of it names no visit. Of another part everyone: the request says in words which part it is. Reads nothing for
 * another request.
 */
export const gatherSentTo = async (
  ports: Ports,
  context: ReadContext,
  { kind, patientId, visitId }: PrivacyRequest,
): Promise<readonly SentTo[]> => {
  if (kind !== 'correction') return []
  const { records, recorded } = await ports.disclosures.sentOf(context, patientId)
  const sent: SentTo[] = []
  for (const [entity, { port, kind: recipient, content }] of Object.entries(sources)) {
    const ofEntity = records.filter((record) => record.entity === entity)
    if (ofEntity.length === 0) continue
    const known = await ports[port].recipientsOf(
      context,
      ofEntity.map(({ id }) => id),
    )
    for (const { id, on } of ofEntity) {
      const found = known.get(id)
      if (found === undefined || (visitId !== null && found.visitId !== visitId)) continue
      sent.push({ kind: recipient, name: found.name, address: found.address, content, recordId: id, on })
    }
  }
  const signedOn = visitId === null ? null : await signedDay(ports, context, visitId)
  const byStaff = recorded.filter(({ on }) => signedOn === null || on >= signedOn)
  return [...sent, ...byStaff.map((one): SentTo => ({ ...one, kind: 'named', recordId: null }))]
}

const signedDay = async (ports: Ports, context: ReadContext, visitId: string): Promise<string | null> => {
  const note = await ports.documentation.signedNote(context, visitId)
  return note === null ? null : await dayIn(ports, context, note.signedAt)
}
