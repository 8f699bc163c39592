import type { AccountedDisclosure, Disclosure } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import type { SampleDomain } from './sample-domain.ts'
import { sampleMe, samplePatient } from './sample-people.ts'
import { find, instant, minute, page } from './sample-state.ts'

const day = 1440 * minute
const years = 6
const notCounted: readonly string[] = [
  ...['treatment', 'payment', 'operations', 'to-patient', 'authorization', 'involved-in-care'],
  ...['national-security', 'custody', 'limited-data-set'],
]
const isCounted = (purpose: string): boolean => !notCounted.includes(purpose)

/** To whom information about the patient was sent: twice to a health department, and what the server sent. */
export const disclosuresSample: SampleDomain = ({ now, newId }) => {
  const patientId = samplePatient.id
  const on = (days: number): string => instant(now() + days * day).slice(0, 10)
  const by = sampleMe.practitioner.displayName
  let disclosures: Disclosure[] = [
    {
      ...{ id: 'disclosure-2', patientId, on: on(-12), purpose: 'public-health', isCounted: true },
      recipient: { name: 'Exampleville Health Department', address: '2 Sample Square\nExampleville, OH 43004' },
      what: 'A case of measles, with the date of birth and the address.',
      ...{ recordedAt: instant(now() - 11 * day), recordedBy: by, isInError: false, corrections: [], version: 1 },
    },
    {
      ...{ id: 'disclosure-1', patientId, on: on(-40), purpose: 'law-enforcement', isCounted: true },
      recipient: { name: 'Exampleville Police' },
      what: 'When a visit took place.',
      ...{ recordedAt: instant(now() - 40 * day), recordedBy: by, isInError: false },
      suspension: {
        ...{ until: on(9), statement: 'written', official: 'Sergeant Sample', by },
        at: instant(now() - 40 * day),
      },
      corrections: [
        {
          ...{ at: instant(now() - 39 * day), by, reason: 'It was the day before.', on: on(-39) },
          ...{ purpose: 'law-enforcement', recipient: { name: 'Exampleville Police' } },
          ...{ what: 'When a visit took place.', isInError: false },
        },
      ],
      version: 2,
    },
  ]
  const sent = (): AccountedDisclosure[] => [
    {
      ...{ purpose: 'to-patient', isCounted: false, firstOn: on(-90), lastOn: on(-2), count: 14, unconfirmed: 0 },
      ...{ recipientKind: 'patient', content: 'notice' },
    },
    {
      ...{ purpose: 'treatment', isCounted: false, firstOn: on(-7), lastOn: on(-7), count: 1, unconfirmed: 0 },
      ...{ recipientKind: 'pharmacy', content: 'prescription' },
    },
    {
      ...{ purpose: 'payment', isCounted: false, firstOn: on(-30), lastOn: on(-6), count: 3, unconfirmed: 1 },
      ...{ recipientKind: 'payer', content: 'claim' },
    },
  ]
  const accounted = (): AccountedDisclosure[] =>
    disclosures
      .filter(({ isInError, suspension }) => !isInError && (suspension === undefined || suspension.until < on(0)))
      .map(({ purpose, recipient, what, on: given }) => ({
        ...{ purpose, isCounted: isCounted(purpose), firstOn: given, lastOn: given, count: 1, unconfirmed: 0 },
        ...{ recipientKind: 'named', recipient, what },
      }))
  const change = (id: string, version: number, changed: (before: Disclosure) => Partial<Disclosure>) => {
    const before = find(disclosures, id)
    if (before.version !== version) return problem(409, 'version_conflict')
    const after: Disclosure = { ...before, ...changed(before), version: version + 1 }
    disclosures = disclosures.map((each) => (each.id === id ? after : each))
    return after
  }
  return () => ({
    getDisclosureAccounting: ({ query }) => {
      const today = on(0)
      const from = query.from ?? `${Number(today.slice(0, 4)) - years}${today.slice(4)}`
      const to = query.to ?? today
      const items = [...accounted(), ...(query.everything ? sent() : [])]
        .filter((one) => (query.everything || one.isCounted) && one.lastOn >= from && one.firstOn <= to)
        .toSorted((one, other) => other.lastOn.localeCompare(one.lastOn))
      return { patientId, from, to, items }
    },
    getDisclosureAccountingPdf: () => new Blob(['%PDF-1.7'], { type: 'application/pdf' }),
    listDisclosures: ({ query }) => ({ patientId, ...page(disclosures, query) }),
    recordDisclosure: ({ body: { suspension, ...facts } }) => {
      const recorded: Disclosure = {
        ...{ id: newId('disclosure'), ...facts, isCounted: isCounted(facts.purpose) },
        ...{ recordedAt: instant(now()), recordedBy: by, isInError: false, corrections: [], version: 1 },
        ...(suspension && { suspension: { ...suspension, at: instant(now()), by } }),
      }
      disclosures = [recorded, ...disclosures]
      return recorded
    },
    correctDisclosure: ({ path, body: { reason, version, ...facts } }) =>
      change(path.disclosureId, version, ({ on: given, purpose, recipient, what, isInError, corrections }) => ({
        ...facts,
        isCounted: isCounted(facts.purpose),
        corrections: [
          { at: instant(now()), by, reason, on: given, purpose, recipient, what, isInError },
          ...corrections,
        ],
      })),
    suspendDisclosure: ({ path, body: { version, ...asked } }) =>
      change(path.disclosureId, version, () => ({ suspension: { ...asked, at: instant(now()), by } })),
  })
}
