import type { Appointment, NoCaptionerReason, RequestOptions, VisitClient } from '@visitkit/sdk'
import type { VisitElement } from '../core/visit-element.ts'
import { MissingHelpPart } from '../missing-help/missing-help-part.ts'
import { captionerMessages } from './captioner.messages.ts'

/** Asks where the captions come from that the patient needs in a visit by video, and shows it. In lists of visits. */
export class MissingCaptionerPart extends MissingHelpPart<NoCaptionerReason> {
  protected override readonly name = 'captioner'
  protected override readonly reasons = [
    'captioner-invited',
    'brings-someone',
    'declined',
    'arranged-otherwise',
  ] as const satisfies NoCaptionerReason[]
  readonly #who: 'own' | 'their'
  readonly #t

  /** @param who - Whether the patient reads it, or staff. */
  constructor(host: VisitElement, who: 'own' | 'their', client: () => VisitClient | null) {
    super(host, client)
    this.#who = who
    this.#t = host.language.bundle(captionerMessages)
  }

  protected override get words() {
    const t = this.#t
    return { choose: t('choose'), save: t('save'), saving: t('saving'), saved: t('saved'), problems: t }
  }

  protected override missingOf({ missingCaptioner }: Appointment) {
    return missingCaptioner ?? null
  }

  protected override question(): string {
    return this.#t(this.#who)
  }

  protected override get hint(): string {
    return this.#t(`hint_${this.#who}`)
  }

  protected override reasonText(reason: NoCaptionerReason): string {
    return this.#t(`${this.#who}_${reason}`)
  }

  protected override known(_: Appointment, why: string): string {
    return this.#t('known', { why })
  }

  protected override send(client: VisitClient, id: string, reason: NoCaptionerReason, options: RequestOptions) {
    return client.appointments.explainCaptioner(id, { reason }, options)
  }
}
