import type { ConsentDocument, DecideConsent, Proxy, SpokenChannel } from '@visitkit/sdk'

export const channels: readonly SpokenChannel[] = ['phone', 'video', 'in-person']

/** What the member of staff says of a spoken decision. */
export interface SpokenAnswers {
  /** Code of the state where the patient is; empty until it is chosen. */
  readonly state: string
  /** `patient`, or the id of a proxy; empty until it is chosen. */
  readonly who: string
  readonly how: SpokenChannel | ''
  /** They confirm that they read the text aloud. */
  readonly wasRead: boolean
}

export const nothingSaid: SpokenAnswers = { state: '', who: '', how: '', wasRead: false }

export type SpokenFault = 'state' | 'who' | 'how' | 'wasRead'

/** What is missing to record a yes or a no, in the order of the form. To say no, no one needs to hear the text. */
export const missingOf = ({ state, who, how, wasRead }: SpokenAnswers, isYes: boolean): readonly SpokenFault[] => [
  ...(state === '' ? (['state'] as const) : []),
  ...(who === '' ? (['who'] as const) : []),
  ...(how === '' ? (['how'] as const) : []),
  ...(isYes && !wasRead ? (['wasRead'] as const) : []),
]

/** A proxy whose right is in effect and covers visits. `today` is `YYYY-MM-DD`. */
export const mayDecide = ({ status, scope, from }: Proxy, today: string): boolean =>
  status === 'active' && scope.includes('visit') && from <= today

/** The body of a decision that a member of staff attests. Null while who decides or how they say it is not known. */
export const attestedBody = (
  { id, version, language, contentHash, sections }: ConsentDocument,
  { state, who, how, wasRead }: SpokenAnswers,
  isYes: boolean,
  about: { readonly name: string; readonly zone: string; readonly appointmentId: string },
): DecideConsent | null =>
  how === '' || who === ''
    ? null
    : {
        ...{ documentId: id, version, language, contentHash, zone: about.zone, appointmentId: about.appointmentId },
        decision: isYes ? 'granted' : 'declined',
        sectionsSeen: wasRead ? sections.map((section) => section.id) : [],
        signature: { kind: 'attested', name: about.name },
        spoken: {
          ...(who === 'patient' ? { saidBy: 'patient' } : { saidBy: 'proxy', proxyId: who }),
          ...{ channel: how, state, textRead: wasRead },
        },
      }
