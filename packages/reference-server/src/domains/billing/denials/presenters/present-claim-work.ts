import type { components } from '@visitkit/contract'
import type { PatientSummary } from '../../ports.ts'
import type { Appeal } from '../model/appeal.ts'
import type { WriteOff } from '../../kernel/model/write-off.ts'
import type { ClaimNote } from '../store/claim-notes.ts'

type Schemas = components['schemas']

/** Names of members, by `member:id`. */
export type Names = ReadonlyMap<string, string>
const nameIn = (names: Names, id: string): string => names.get(`member:${id}`) ?? ''

export const presentNote = ({ id, claimId, at, authorId, text }: ClaimNote, names: Names): Schemas['ClaimNote'] => ({
  id,
  claimId,
  at: at.toISOString(),
  by: nameIn(names, authorId),
  text,
})

export const presentAppeal = (appeal: Appeal, names: Names): Schemas['Appeal'] => ({
  id: appeal.id,
  claimId: appeal.claimId,
  patientId: appeal.patientId,
  state: appeal.state,
  ...(appeal.answer !== null && { answer: appeal.answer }),
  dueOn: appeal.dueOn,
  text: appeal.text,
  ...(appeal.noteVersion !== null && { note: { visitId: appeal.visitId, version: appeal.noteVersion } }),
  by: nameIn(names, appeal.authorId),
  createdAt: appeal.madeAt.toISOString(),
  ...(appeal.sentAt && { sentAt: appeal.sentAt.toISOString() }),
  ...(appeal.answeredAt && { answeredAt: appeal.answeredAt.toISOString() }),
  version: appeal.version,
})

export const presentWriteOff = (
  writeOff: WriteOff,
  names: Names,
  callerId: string,
  patient?: PatientSummary,
): Schemas['WriteOff'] => ({
  id: writeOff.id,
  claimId: writeOff.claimId,
  claimNumber: writeOff.claimNumber,
  patientId: writeOff.patientId,
  ...(patient && { patient }),
  amountCents: writeOff.amountCents,
  reason: writeOff.reason,
  state: writeOff.state,
  ...(writeOff.comment !== null && { comment: writeOff.comment }),
  askedBy: nameIn(names, writeOff.askedBy),
  askedAt: writeOff.askedAt.toISOString(),
  isOwn: writeOff.askedBy === callerId,
  ...(writeOff.decidedBy !== null && { decidedBy: nameIn(names, writeOff.decidedBy) }),
  ...(writeOff.decidedAt && { decidedAt: writeOff.decidedAt.toISOString() }),
  version: writeOff.version,
})
