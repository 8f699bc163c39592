import {
  isInForce,
  isWithin,
  type PayerRules,
  type RefusedCodes,
  type TelehealthRule,
} from '../../kernel/model/billing-pack.ts'
import type { Day } from '../../kernel/model/claim.ts'
import type { Finding } from '../../kernel/model/finding.ts'
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
  finding: Finding['code'],
): readonly Finding[] =>
  refused
    .filter((each) => isInForce(each, serviceDay) && each.codes.some((range) => isWithin(code, range)))
    .map(({ message, remedy }) => ({
      code: finding,
      pointer: `${pointer}/serviceCode`,
      severity: 'error',
      message,
      remedy,
    }))

const audioFindings = (
  rule: TelehealthRule,
  { behavioral, audioOnlyReason }: TelehealthService,
  pointer: string,
): readonly Finding[] => [
  ...(rule.audioOnly === 'covered' || (rule.audioOnly === 'behavioral-only' && behavioral)
    ? []
    : [
        {
          code: 'audio-not-covered' as const,
          pointer,
          severity: 'error' as const,
          message: 'This payer does not cover this service by sound alone.',
          remedy: 'Bill the patient only if they agreed to it before the visit, or let the service go uncharged.',
        },
      ]),
  ...(audioOnlyReason !== null
    ? []
    : [
        {
          code: 'audio-reason-missing' as const,
          pointer,
          severity: rule.audioReason === 'required' ? ('error' as const) : ('warning' as const),
          message: 'The visit was audio-only and the note does not state why.',
          remedy: 'Ask the practitioner to add to the note why there was no picture.',
        },
      ]),
]
