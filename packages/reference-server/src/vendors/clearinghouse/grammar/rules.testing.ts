import type { ReadSegment, StrictReading } from './strict-grammar.testing.ts'

/** What the guides require beyond the order of segments. Each returns the faults of one message. */

const cents = (text: string | undefined): number => Math.round(Number(text ?? '') * 100)

/** HL01 counts, HL02 names a level above, HL04 says whether a level below follows. */
export const faultsOfLevels = ({ segments }: StrictReading): readonly string[] => {
  const levels = segments.filter(({ tag }) => tag === 'HL').map(({ elements }) => elements)
  const above: Readonly<Record<string, readonly string[]>> = {
    '20': [''],
    '21': ['20'],
    '19': ['21'],
    '22': ['20', '21', '19'],
    '23': ['22'],
  }
  return levels.flatMap(([number = '', parent = '', code = '', child], index) => {
    const parentCode = levels.find(([other]) => other === parent)?.[2] ?? ''
    const hasChild = levels.some(([, other]) => other === number)
    return [
      ...(number === String(index + 1) ? [] : [`HL01 ${number}`]),
      ...(above[code]?.includes(parentCode) ? [] : [`HL02 of ${number}`]),
      ...(child === undefined || (child === '1') === hasChild ? [] : [`HL04 of ${number}`]),
    ]
  })
}

/** The loops of each claim of an 837P: from its subscriber's level to the next. */
const subscribersOf = (segments: readonly ReadSegment[]): readonly (readonly ReadSegment[])[] => {
  const starts = segments.flatMap(({ tag, elements }, at) => (tag === 'HL' && elements[2] === '22' ? [at] : []))
  return starts.map((from, index) => segments.slice(from, starts[index + 1]))
}

export const faultsOfClaims = ({ segments, component }: StrictReading): readonly string[] =>
  subscribersOf(segments).flatMap((own) => faultsOfClaim(own, component))

const faultsOfClaim = (own: readonly ReadSegment[], component: string): readonly string[] => {
  const all = (tag: string, one?: string, loop?: string): readonly (readonly string[])[] =>
    own
      .filter((each) => each.tag === tag && (one === undefined || each.elements[0] === one))
      .filter((each) => loop === undefined || each.loop === loop)
      .map(({ elements }) => elements)
  const isSelf = all('HL', undefined, '2000B')[0]?.[3] === '0'
  const [insured = []] = all('SBR', undefined, '2000B')
  const [claim = []] = all('CLM')
  const frequency = claim[4]?.split(component)[2]
  const services = all('SV1').map((elements) => elements)
  const charges = services.map((elements) => cents(elements[1]))
  const diagnoses = all('HI')[0]?.length ?? 0
  const others = all('SBR', undefined, '2320')
  const faults = [
    isSelf !== (insured[1] === '18') && 'SBR02 and HL04',
    isSelf !== all('N3', undefined, '2010BA').length > 0 && '2010BA N3',
    isSelf !== all('DMG', undefined, '2010BA').length > 0 && '2010BA DMG',
    isSelf === all('PAT').length > 0 && 'PAT',
    all('CLM').length !== 1 && 'CLM',
    (frequency !== '1') !== all('REF', 'F8', '2300').length > 0 && '2300 REF F8',
    charges.reduce((sum, charge) => sum + charge, 0) !== cents(claim[1]) && 'CLM02',
    services.some((elements) => elements[6]?.split(component).some((at) => Number(at) > diagnoses)) && 'SV107',
    all('LX').some(([number], index) => number !== String(index + 1)) && 'LX01',
    new Set(all('REF', '6R').map(([, number]) => number)).size !== services.length && 'REF 6R',
    // First, second and third payer in turn, and the one that receives the claim last.
    [...others.map(([order]) => order), insured[0]].join() !== ['P', 'S', 'T'].slice(0, others.length + 1).join() &&
      'SBR01',
    (insured[0] !== 'P' && insured[8] === 'MB') !== Boolean(insured[4]) && 'SBR05',
    insured[0] === 'T' && insured[8] === 'MB' && 'Medicare as third payer',
    ...faultsOfPriors(own, charges, component),
  ]
  return faults.filter((fault) => fault !== false)
}

/** The part of a list from each segment that begins one to the next, or to the first of another loop. */
const partsFrom = (
  own: readonly ReadSegment[],
  begins: (each: ReadSegment) => boolean,
  loops: readonly string[],
): readonly (readonly ReadSegment[])[] =>
  own.flatMap((each, from) => {
    if (!begins(each)) return []
    const end = own.findIndex((other, at) => at > from && (begins(other) || !loops.includes(other.loop)))
    return [own.slice(from, end === -1 ? undefined : end)]
  })

/** 2320 to 2430, for each payer before: paid and taken off add up to the charge, and each amount has its day once. */
const faultsOfPriors = (
  own: readonly ReadSegment[],
  charges: readonly number[],
  component: string,
): readonly (string | false)[] => {
  const others = partsFrom(own, ({ tag, loop }) => tag === 'SBR' && loop === '2320', ['2320', '2330A', '2330B'])
  const payers = others.map((other) => other.find(({ tag, loop }) => tag === 'NM1' && loop === '2330B')?.elements[8])
  const decisions = partsFrom(own, ({ tag }) => tag === 'SVD', ['2430'])
  const services = partsFrom(own, ({ tag }) => tag === 'LX', ['2400', '2430'])
  return [
    new Set(payers).size !== payers.length && 'NM109 of two payers',
    decisions.some(([decision]) => !payers.includes(decision?.elements[0])) && 'SVD01',
    services.some((service) => {
      const by = service.filter(({ tag }) => tag === 'SVD').map(({ elements }) => elements[0])
      return by.join() !== payers.filter((payer) => by.includes(payer)).join()
    }) && 'SVD twice, or not in the order of the payers',
    ...others.flatMap((other, at) =>
      faultsOfPrior(
        other,
        decisions.filter(([decision]) => decision?.elements[0] === payers[at]),
        charges,
        own.filter(({ tag }) => tag === 'SV1').map(({ elements }) => elements[0]?.split(component).join()),
        component,
      ),
    ),
  ]
}

/** `other`: loops 2320 to 2330B of one payer. `lines`: its 2430. */
const faultsOfPrior = (
  other: readonly ReadSegment[],
  lines: readonly (readonly ReadSegment[])[],
  charges: readonly number[],
  services: readonly (string | undefined)[],
  component: string,
): readonly (string | false)[] => {
  const taken = (segments: readonly ReadSegment[]): number =>
    segments
      .filter(({ tag }) => tag === 'CAS')
      .flatMap(({ elements }) => elements.filter((_, at) => at % 3 === 2).map(cents))
      .reduce((sum, each) => sum + each, 0)
  const amounts = (segments: readonly ReadSegment[], qualifier: string): readonly number[] =>
    segments
      .filter(({ tag, elements }) => tag === 'AMT' && elements[0] === qualifier)
      .map(({ elements }) => cents(elements[1]))
  const paidOnLines = lines.map(([decision]) => cents(decision?.elements[1]))
  const charge = charges.reduce((sum, each) => sum + each, 0)
  const days = other.filter(({ tag }) => tag === 'DTP').length
  return [
    lines.length !== 0 && lines.length !== charges.length && '2430 of some lines only',
    lines.some((line, at) => (paidOnLines[at] ?? 0) + taken(line) !== charges[at]) && '2430 does not balance',
    (lines.length > 0 ? paidOnLines.reduce((sum, paid) => sum + paid, 0) : charge) - taken(other) !==
      amounts(other, 'D')[0] && 'AMT D does not balance',
    days !== (lines.length > 0 ? 0 : 1) && 'DTP 573 twice or never',
    amounts(other, 'EAF').length !== (lines.length > 0 ? 0 : 1) && 'AMT EAF of the claim',
    lines.some((line) => amounts(line, 'EAF').length !== 1) && 'AMT EAF of the lines',
    lines.some(([decision], at) => decision?.elements[2]?.split(component).join() !== services[at]) && 'SVD03',
  ]
}

/** 270 and 276: the question is asked once, about the patient. */
export const faultsOfQuestion = ({ segments }: StrictReading, asked: string): readonly string[] => {
  const isDependent = segments.some(({ tag, elements }) => tag === 'HL' && elements[2] === '23')
  const levelOf = (at: number): string => segments.slice(0, at).findLast(({ tag }) => tag === 'HL')?.elements[2] ?? ''
  const places = (tag: string): readonly string[] =>
    segments.flatMap((each, at) => (each.tag === tag ? [levelOf(at)] : []))
  const patient = isDependent ? '23' : '22'
  return [
    ...(places('TRN').join() === patient ? [] : ['TRN']),
    ...(places(asked).length > 0 && places(asked).every((place) => place === patient) ? [] : [asked]),
  ]
}
