import type { AvailabilityBitmap } from '../../kernel/model/availability-bitmap.ts'
import { both, kept, newBits, setRange } from '../../kernel/model/bits.ts'
import type { Needed } from '../../kernel/model/needed.ts'
import type { PractitionerFacts } from '../../kernel/model/practitioner.ts'
import type { Candidate } from '../../kernel/model/search-slots.ts'
import { sessionIdOf } from '../../kernel/model/session.ts'
import { sliceMinutes, sliceMs } from '../../kernel/model/slice.ts'
import { speaksLanguage } from '../../kernel/model/speaks-language.ts'
import { licenseBound, practitionerExclusion } from '../../kernel/model/start-bounds.ts'
import type { ResourceKind, VisitShape } from '../../kernel/model/visit-type.ts'
import { atLeast } from './at-least.ts'

/** A calendar that a visit can take in addition to its practitioner's. */
export interface NeedCandidate {
  readonly id: string
  readonly bitmap: AvailabilityBitmap
  /** No start from here on: the license of a practitioner ends. Epoch milliseconds. */
  readonly until: number
}

/** So many of these calendars. */
export interface Demand {
  readonly kind: ResourceKind | 'practitioner'
  readonly count: number
  readonly candidates: readonly NeedCandidate[]
}

/** What a visit takes in addition to its practitioner. */
export interface VisitNeeds {
  readonly type: VisitShape
  readonly resources: readonly Demand[]
  /** One for each specialty. A practitioner can have several, and counts for one. */
  readonly practitioners: readonly Demand[]
  /** The resource that is named. */
  readonly named: AvailabilityBitmap | undefined
}

export interface ResourceFacts {
  readonly id: string
  readonly kind: ResourceKind
  readonly languages: readonly string[]
  readonly active: boolean
}

interface Supply {
  readonly resources: readonly { readonly resource: ResourceFacts; readonly bitmap: AvailabilityBitmap | null }[]
  readonly candidates: readonly Candidate[]
  /** Where the patient will be. */
  readonly state?: string | undefined
  readonly interpreterLanguage?: string | undefined
  /** The one that the visit takes, of a kind that it needs. */
  readonly resourceId?: string | undefined
}

/** Every slice can be a start: the grid is that of the practitioner. */
export const resourceShape = (type: VisitShape): VisitShape => ({
  ...type,
  stepMinutes: sliceMinutes,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
})
export const partnerShape = (type: VisitShape): VisitShape => ({ ...type, stepMinutes: sliceMinutes })

/** Null for a visit that needs nothing but its practitioner. An interpreter of a language can be asked for with any type. */
export const visitNeedsOf = (type: VisitShape, supply: Supply): VisitNeeds | null => {
  const { resources = [], additionalPractitioners = [] } = type
  const { interpreterLanguage, resourceId } = supply
  const wanted = resources.filter(({ count }) => count > 0)
  const needs =
    interpreterLanguage === undefined || wanted.some(({ kind }) => kind === 'interpreter')
      ? wanted
      : [...wanted, { kind: 'interpreter' as const, count: 1 }]
  if (needs.length === 0 && additionalPractitioners.length === 0) return null
  return {
    type,
    named: supply.resources.find(({ resource }) => resource.id === resourceId)?.bitmap ?? undefined,
    resources: needs.flatMap(({ kind, count }) => {
      const candidates = supply.resources.flatMap(({ resource, bitmap }) =>
        bitmap !== null && isSuitable(resource, kind, interpreterLanguage)
          ? [{ id: resource.id, bitmap, until: Infinity }]
          : [],
      )
      const named = candidates.filter(({ id }) => id === resourceId)
      if (named.length === 0) return [{ kind, count, candidates }]
      const others = candidates.filter(({ id }) => id !== resourceId)
      return [
        { kind, count: 1, candidates: named },
        ...(count > 1 ? [{ kind, count: count - 1, candidates: others }] : []),
      ]
    }),
    practitioners: additionalPractitioners.map(({ specialty, count }) => ({
      kind: 'practitioner',
      count,
      candidates: supply.candidates.flatMap(({ practitioner, bitmap }) =>
        bitmap === null ? [] : partnerOf(practitioner, bitmap, { ...type, specialty }, supply.state),
      ),
    })),
  }
}

/** Whether a visit of this type can take this resource as one of those that it needs. */
export const canTake = (
  { resources = [] }: Pick<VisitShape, 'resources'>,
  resource: ResourceFacts,
  interpreterLanguage: string | undefined,
): boolean => {
  const { kind } = resource
  const isNeeded =
    resources.some((need) => need.kind === kind && need.count > 0) ||
    (kind === 'interpreter' && interpreterLanguage !== undefined)
  return isNeeded && isSuitable(resource, kind, interpreterLanguage)
}

const isSuitable = (resource: ResourceFacts, kind: ResourceKind, language: string | undefined): boolean =>
  resource.active &&
  resource.kind === kind &&
  (kind !== 'interpreter' || language === undefined || speaksLanguage(resource.languages, language))

const partnerOf = (
  practitioner: PractitionerFacts,
  bitmap: AvailabilityBitmap,
  type: VisitShape,
  state: string | undefined,
): NeedCandidate[] =>
  practitionerExclusion(practitioner, type, { state }) === null
    ? [{ id: practitioner.id, bitmap, until: licenseBound(practitioner, type, { state })[0]?.to ?? Infinity }]
    : []

/**
 * The starts at which enough is free. Kinds of resources share no candidates, so each is counted apart. Specialties may: there are enough
 * practitioners exactly if for every set of specialties, at least as many as they need together have one of them (Hall's theorem).
 */
export const neededStarts = (
  { type, resources, practitioners, named }: VisitNeeds,
  now: number,
  except: ReadonlySet<string> | undefined,
  slices: number,
): Needed => {
  const none = newBits(slices)
  const shape = partnerShape(type)
  let common: Uint32Array | undefined
  for (const { count, candidates } of resources) {
    const free = candidates.map(({ bitmap }) => bitmap.free(resourceShape(type), now, except))
    const enough = atLeast(count, free) ?? none
    common = common ? both(common, enough) : enough
  }
  const free = new Map<string, Uint32Array>()
  for (const { candidates } of practitioners)
    for (const candidate of candidates)
      if (!free.has(candidate.id)) free.set(candidate.id, freeUntil(candidate, shape, now, except))
  const sets = subsetsOf(practitioners).map((subset) => ({
    count: subset.reduce((sum, { count }) => sum + count, 0),
    ids: new Set(subset.flatMap(({ candidates }) => candidates.map(({ id }) => id))),
  }))
  const withoutOne = (practitionerId: string | null): Uint32Array =>
    sets.reduce(
      (starts, { count, ids }) => {
        const rows = [...ids].filter((id) => id !== practitionerId).map((id) => free.get(id) ?? none)
        return both(starts, atLeast(count, rows) ?? none)
      },
      common ?? newBits(slices).fill(0xffffffff),
    )
  let ofOthers: Uint32Array | undefined
  return {
    starts: (practitionerId) =>
      free.has(practitionerId) ? withoutOne(practitionerId) : (ofOthers ??= withoutOne(null)),
    joinable: (practitionerId, sessions) =>
      named === undefined
        ? sessions
        : kept(sessions, (place) => {
            const start = new Date((named.firstSlice + place) * sliceMs)
            return named.hasOccupant(sessionIdOf(practitionerId, type.id, start), now)
          }),
  }
}

const freeUntil = (
  { bitmap, until }: NeedCandidate,
  shape: VisitShape,
  now: number,
  except: ReadonlySet<string> | undefined,
): Uint32Array => {
  const free = bitmap.free(shape, now, except)
  if (until === Infinity) return free
  const before = newBits(bitmap.slices)
  setRange(before, 0, Math.ceil(until / sliceMs) - bitmap.firstSlice)
  return both(free, before)
}

/** All sets of at least one of these. */
const subsetsOf = <Item>(items: readonly Item[]): Item[][] =>
  items.reduce<Item[][]>((sets, item) => [...sets, [item], ...sets.map((set) => [...set, item])], [])
