import type { Appeal, Claim, ClaimNote, ClaimState, ClaimSummary, ClaimWork, WriteOff } from '../../generated/models.ts'
import type { TestHandlers } from '../test-handlers.ts'
import { problem } from '../test-problem.ts'
import { find, page, type SampleContext } from './sample-state.ts'

interface ClaimWorkSources extends Pick<SampleContext, 'live' | 'newId'> {
  readonly claims: Claim[]
  readonly rightNow: () => string
  readonly updateClaim: (before: Claim, change: Partial<Claim>) => Claim
  readonly summaryOf: (claim: Claim) => ClaimSummary
}

const settled: ReadonlySet<ClaimState> = new Set(['paid', 'replaced', 'voided', 'self-pay', 'written-off'])
const me = 'Billie Example'

/** Notes, appeals and write-offs of the sample claims. A write-off that a colleague asked for waits. */
export const claimWorkSample = (sources: ClaimWorkSources): TestHandlers => {
  const { claims, live, newId, rightNow, updateClaim, summaryOf } = sources
  const notes: ClaimNote[] = []
  const appeals: Appeal[] = []
  const openOf = ({ state, chargeCents, paidCents, patientCents }: Claim): number =>
    settled.has(state) ? 0 : chargeCents - paidCents - patientCents
  const writeOffOf = (claim: Claim, more: Partial<WriteOff>): WriteOff => ({
    id: newId('write-off'),
    claimId: claim.id,
    claimNumber: claim.number,
    patientId: claim.patientId,
    ...(claim.patient && { patient: claim.patient }),
    amountCents: openOf(claim),
    reason: 'small-amount',
    state: 'asked',
    askedBy: me,
    askedAt: rightNow(),
    isOwn: true,
    version: 1,
    ...more,
  })
  const rejected = claims.find(({ state }) => state === 'rejected')
  const writeOffs: WriteOff[] = rejected
    ? [
        writeOffOf(rejected, {
          isOwn: false,
          askedBy: 'Robin Example',
          reason: 'filing-too-late',
          comment: 'Sent too late.',
        }),
      ]
    : []
  const emit = ({ id, patientId, visitId }: Claim): void =>
    live.emit({ type: 'claim.changed', ids: { claimId: id, patientId, visitId } })
  const replace = <T extends { id: string }>(list: T[], after: T): T => {
    list[list.findIndex(({ id }) => id === after.id)] = after
    return after
  }
  const changeWriteOff = (before: WriteOff, change: Partial<WriteOff>, state?: ClaimState): WriteOff => {
    const after = replace(writeOffs, { ...before, ...change, version: before.version + 1 })
    const claim = find(claims, after.claimId)
    if (state) updateClaim(claim, { state })
    else emit(claim)
    live.emit({ type: 'write-off.changed', ids: { writeOffId: after.id, patientId: after.patientId } })
    return after
  }
  const workOf = (claim: Claim): ClaimWork => ({
    claimId: claim.id,
    patientId: claim.patientId,
    openCents: openOf(claim),
    ...(claim.state === 'denied' && { appealBy: claim.fileBy }),
    notes: notes.filter(({ claimId }) => claimId === claim.id).toReversed(),
    appeals: appeals.filter(({ claimId }) => claimId === claim.id).toReversed(),
    writeOffs: writeOffs.filter(({ claimId }) => claimId === claim.id).toReversed(),
  })
  return {
    getClaimWork: ({ path }) => workOf(find(claims, path.claimId)),
    addClaimNote: ({ path, body }) => {
      const claim = find(claims, path.claimId)
      const note = { id: newId('note'), claimId: claim.id, at: rightNow(), by: me, text: body.text }
      notes.push(note)
      emit(claim)
      return { ...note, patientId: claim.patientId }
    },
    addAppeal: ({ path, body }) => {
      const claim = find(claims, path.claimId)
      if (appeals.some(({ claimId, state }) => claimId === claim.id && state !== 'answered'))
        throw problem(409, 'appeal_open')
      const appeal: Appeal = {
        id: newId('appeal'),
        claimId: claim.id,
        patientId: claim.patientId,
        state: 'draft',
        dueOn: body.dueOn,
        text: body.text,
        ...(body.attachNote && { note: { visitId: claim.visitId, version: 1 } }),
        by: me,
        createdAt: rightNow(),
        version: 1,
      }
      appeals.push(appeal)
      emit(claim)
      return appeal
    },
    changeAppeal: ({ path, body }) => {
      const { state, answer } = body
      const before = find(appeals, path.appealId)
      if (before.version !== body.version) throw problem(409, 'version_conflict')
      const after = replace(appeals, {
        ...before,
        ...(state && { state }),
        ...(answer && { answer, answeredAt: rightNow() }),
        ...(state === 'sent' && { sentAt: rightNow() }),
        version: before.version + 1,
      })
      emit(find(claims, after.claimId))
      return after
    },
    askWriteOff: ({ path, body }) => {
      const claim = find(claims, path.claimId)
      if (writeOffs.some(({ claimId, state }) => claimId === claim.id && state === 'asked'))
        throw problem(409, 'write_off_asked')
      const writeOff = writeOffOf(claim, body)
      writeOffs.push(writeOff)
      emit(claim)
      return writeOff
    },
    listWriteOffs: ({ query }) =>
      page(
        writeOffs.filter(({ state }) => state === 'asked'),
        query,
      ),
    decideWriteOff: ({ path, body }) => {
      const before = find(writeOffs, path.writeOffId)
      if (body.approved && before.isOwn) throw problem(409, 'second_person_needed')
      const decided = { decidedBy: me, decidedAt: rightNow() }
      return body.approved
        ? changeWriteOff(before, { state: 'approved', ...decided }, 'written-off')
        : changeWriteOff(before, { state: 'refused', ...decided })
    },
    undoWriteOff: ({ path }) => changeWriteOff(find(writeOffs, path.writeOffId), { state: 'undone' }, 'denied'),
    getClaimAging: () => ({
      items: claims
        .filter((claim) => openOf(claim) > 0)
        .map((claim, index) => ({
          state: claim.state,
          age: (['0-30', '31-60', '61-90', 'over-90'] as const)[index % 4] ?? '0-30',
          count: 1,
          openCents: openOf(claim),
        })),
    }),
    searchClaims: ({ body }) => {
      const text = body.text.toLowerCase()
      const items = claims.filter(
        ({ number, patient, chargeCents }) =>
          number.toLowerCase().startsWith(text) ||
          (patient?.displayName.toLowerCase().includes(text) ?? false) ||
          (chargeCents / 100).toFixed(2) === text,
      )
      return { items: items.map(summaryOf), isComplete: true }
    },
  }
}
