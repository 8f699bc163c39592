import type { Change } from '../../../../platform/contracts/change.ts'
import type { DecideContext } from '../../../../platform/contracts/context.ts'
import { accountChanged } from '../../events.ts'
import { afterMovements, noBalance, type Balance, type Movement } from '../../kernel/model/account-ledger.ts'
import { addToAccounts, insertEntries } from '../store/accounts.ts'
import { addToVisits, visitsExist } from '../store/visit-accounts.ts'
import { sumsOf } from '../model/visit-sums.ts'

/** A movement of money for one visit, or for none (a credit). */
export interface Move {
  readonly visitId: string | null
  readonly paymentId: string | null
  readonly movements: readonly Movement[]
}
export interface PatientMove extends Move {
  readonly patientId: string
}

export type MoneyMoved = Required<Pick<Change<void>, 'writes' | 'events'>>

type Moving = Pick<DecideContext, 'access' | 'now' | 'newId'>

export const moveMoney = (context: Moving, patientId: string, moves: readonly Move[]): MoneyMoved =>
  moveMoneyOf(
    context,
    moves.map((move) => ({ ...move, patientId })),
  )

/**
 * The entries and the sums that they change. All sums are added to, so that concurrent changes keep them exact. The database checks them
 * (visit_accounts), so it also refuses an entry that does not add up. `summed`: the visit whose account the same change writes itself, with the
 * sums.
 */
export const moveMoneyOf = (
  context: Moving,
  asked: readonly PatientMove[],
  summed: string | null = null,
): MoneyMoved => {
  const moves = asked.filter(({ movements }) => movements.length > 0)
  if (moves.length === 0) return { writes: [], events: [] }
  const patients = [...Map.groupBy(moves, ({ patientId }) => patientId)].toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  )
  for (const [patientId] of patients) context.access.touch(patientId)
  const visits = [...Map.groupBy(moves, ({ visitId }) => visitId)].flatMap(([visitId, all]) =>
    visitId === null || visitId === summed ? [] : [{ visitId, ...sumsOf(all.flatMap(({ movements }) => movements)) }],
  )
  const entries = moves.flatMap(({ movements, ...move }) =>
    movements.map(({ kind, insuranceCents, patientCents }) => ({
      ...move,
      ...{ id: context.newId(), kind, insuranceCents, patientCents, at: context.now },
    })),
  )
  return {
    writes: [
      ...(visits.length === 0 ? [] : [visitsExist(visits.map(({ visitId }) => visitId)), addToVisits(visits)]),
      ...addToAccounts(patients.map(([patientId, all]) => ({ patientId, ...sumOf(all) }))),
      ...insertEntries(entries),
    ],
    events: patients.map(([patientId]) => accountChanged(patientId)),
  }
}

const sumOf = (moves: readonly Move[]): Balance =>
  afterMovements(
    noBalance,
    moves.flatMap(({ movements }) => movements),
  )
