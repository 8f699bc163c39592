import {
  isInForce,
  isWithin,
  type PayerRules,
  type RefusedCodes,
  type TelehealthRule,
} from '../../kernel/model/billing-pack.ts'
import type { Day } from '../../kernel/model/claim.ts'
import type { Finding } from '../../kernel/model/finding.ts'
import { makeFinding } from '../../kernel/model/make-finding.ts'
import type { NotedService, VisitFacts } from './visit-facts.ts'

/** Modifiers for the modality of a service. A line has exactly those that its payer requires, in addition to any others. */
export const modalityModifiers: readonly string[] = ['95', '93', 'GT', 'GQ', 'FQ']

export interface TelehealthService {
  readonly code: string
  readonly modality: VisitFacts['modality']
  /** Counseling, therapy, psychiatry: a payer may have another rule for audio only. */
  readonly behavioral: boolean
  readonly audioOnlyReason: NotedService['audioOnlyReason']
  readonly serviceDay: Day
}

/** NUCC taxonomies of behavioral health: counselors, psychologists, social workers and psychiatrists. */
export const isBehavioral = (taxonomy: string): boolean => /^(101Y|103T|1041|106H|2084P)/.test(taxonomy)

/** The modifiers that the payer requires for the modality of the visit. None for an office visit. */
export const telehealthModifiers = (
  rule: TelehealthRule | null,
  { modality, behavioral }: Pick<TelehealthService, 'modality' | 'behavioral'>,
): readonly string[] => {
  if (rule === null || modality === 'in-person') return []
  if (modality === 'video') return rule.videoModifiers
  return behavioral ? rule.behavioralAudioModifiers : rule.audioModifiers
}

/** Reasons why this service cannot be billed to this payer, from any source. `pointer` is the line's. */
export const telehealthFindings = (
  { telehealth, retired }: PayerRules,
  service: TelehealthService,
  pointer: string,
): readonly Finding[] => [
  ...codeFindings(retired, service, pointer, 'code-retired'),
  ...codeFindings(telehealth?.refused ?? [], service, pointer, 'code-not-accepted'),
  ...(telehealth && service.modality === 'audio' ? audioFindings(telehealth, service, pointer) : []),
]

const codeFindings = (
  refused: readonly RefusedCodes[],
  { code, serviceDay }: TelehealthService,
  pointer: string,
  finding: 'code-retired' | 'code-not-accepted',
): readonly Finding[] =>
  refused
    .filter((each) => isInForce(each, serviceDay) && each.codes.some((range) => isWithin(code, range)))
    .map(({ codes, instead, effectiveFrom: date }) =>
      makeFinding('error', finding, `${pointer}/serviceCode`, { date, codes: [...codes], instead }),
    )

const audioFindings = (
  rule: TelehealthRule,
  { behavioral, audioOnlyReason }: TelehealthService,
  pointer: string,
): readonly Finding[] => [
  ...(rule.audioOnly === 'covered' || (rule.audioOnly === 'behavioral-only' && behavioral)
    ? []
    : [makeFinding('error', 'audio-not-covered', pointer)]),
  ...(audioOnlyReason !== null
    ? []
    : [makeFinding(rule.audioReason === 'required' ? 'error' : 'warning', 'audio-reason-missing', pointer)]),
]
