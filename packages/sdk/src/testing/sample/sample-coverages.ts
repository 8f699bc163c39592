import type { AddCoverage, Coverage, Payer } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import type { SampleDomain } from './sample-domain.ts'
import { find } from './sample-state.ts'

type Handlers = ReturnType<ReturnType<SampleDomain>>

interface SampleCoverages {
  /** Changed in place: claims refer to them. */
  readonly coverages: Coverage[]
  readonly payers: readonly Payer[]
  readonly live: Parameters<SampleDomain>[0]['live']
  readonly newId: (kind: string) => string
  readonly rightNow: () => string
}

/** The insurance of patients: entered, corrected, and asked about. Each payer answers at once, as it did before. */
export const coveragesSample = ({
  coverages,
  payers,
  live,
  newId,
  rightNow,
}: SampleCoverages): Pick<
  Handlers,
  'listPayers' | 'listCoverages' | 'addCoverage' | 'correctCoverage' | 'updateCoverage' | 'checkEligibility'
> => {
  const emitChanged = ({ id: coverageId, patientId }: Coverage): void =>
    live.emit({ type: 'coverage.changed', ids: { coverageId, patientId } })
  const replace = (after: Coverage): Coverage => {
    coverages[coverages.findIndex(({ id }) => id === after.id)] = after
    emitChanged(after)
    return after
  }
  const payerOf = (payerId: string): Payer => {
    const payer = payers.find(({ id }) => id === payerId)
    if (!payer) throw problem(409, 'unknown_payer')
    return payer
  }
  const requirePlace = (coverage: Pick<Coverage, 'patientId' | 'order' | 'from' | 'to'>, id: string | null): void => {
    const { patientId, order, from, to } = coverage
    const isTaken = coverages.some(
      (each) =>
        each.id !== id &&
        each.patientId === patientId &&
        each.order === order &&
        (each.to === undefined || each.to >= from) &&
        (to === undefined || each.from <= to),
    )
    if (isTaken) throw problem(409, 'coverage_overlaps')
  }
  const enteredAs = (
    { payerId, ...facts }: AddCoverage,
    rest: Pick<Coverage, 'id' | 'patientId' | 'version'>,
  ): Coverage => ({
    ...facts,
    ...rest,
    payer: payerOf(payerId),
  })

  return {
    listPayers: () => ({ items: [...payers] }),
    listCoverages: ({ path }) => ({
      patientId: path.patientId,
      items: coverages
        .filter(({ patientId }) => patientId === path.patientId)
        .toSorted((one, other) => one.order - other.order),
    }),
    addCoverage: ({ path: { patientId }, body }) => {
      const added = enteredAs(body, { id: newId('coverage'), patientId, version: 1 })
      requirePlace(added, null)
      coverages.push(added)
      emitChanged(added)
      return added
    },
    correctCoverage: ({ path, body: { version, ...body } }) => {
      const { id, patientId, eligibility, ...before } = find(coverages, path.coverageId)
      if (before.version !== version) return problem(409, 'version_conflict')
      const after = enteredAs(body, { id, patientId, version: version + 1 })
      requirePlace(after, id)
      const isAsked = before.payer.id !== after.payer.id || before.memberNumber !== after.memberNumber
      return replace({ ...after, ...(eligibility && !isAsked && { eligibility }) })
    },
    updateCoverage: ({ path, body: { nameOnCard, medicareSecondaryReason, version } }) => {
      const { nameOnCard: _before, ...coverage } = find(coverages, path.coverageId)
      if (coverage.version !== version) return problem(409, 'version_conflict')
      return replace({
        ...coverage,
        ...(nameOnCard && { nameOnCard }),
        ...(medicareSecondaryReason && { medicareSecondaryReason }),
        version: version + 1,
      })
    },
    // The response of the payer is the same as before and arrives before the event about the check.
    checkEligibility: ({ path }) => {
      const coverage = find(coverages, path.coverageId)
      const { id: coverageId, patientId, eligibility } = coverage
      const asked = {
        id: newId('eligibility'),
        coverageId,
        patientId,
        status: 'pending' as const,
        requestedAt: rightNow(),
      }
      coverage.eligibility = { ...eligibility, ...asked, status: 'active', respondedAt: rightNow() }
      live.emit({ type: 'coverage.changed', ids: { coverageId, patientId } })
      return asked
    },
  }
}
