import type { Appointment, MissingInterpreter, NoInterpreterReason, RequestOptions, VisitClient } from '@visitkit/sdk'
import type { VisitElement } from '../core/visit-element.ts'
import { MissingHelpPart, type MissingHelpWords } from '../missing-help/missing-help-part.ts'
import { interpreterMessages } from './interpreter.messages.ts'

/** Asks why a visit takes place without the interpreter whom the patient needs, and shows it. In lists of visits. */
export class MissingInterpreterPart extends MissingHelpPart<NoInterpreterReason> {
  protected override readonly name = 'interpreter'
  protected override readonly reasons: readonly NoInterpreterReason[] = [
    'brings-someone',
    'clinician-speaks',
    'declined',
    'arranged-otherwise',
  ]
  readonly #who: 'own' | 'their'
  readonly #t

  /** @param who - Whether the patient reads it, or staff. */
  constructor(host: VisitElement, who: 'own' | 'their', client: () => VisitClient | null) {
    super(host, client)
    this.#who = who
    this.#t = host.language.bundle(interpreterMessages)
  }

  protected override get words(): MissingHelpWords {
    const t = this.#t
    return { choose: t('choose'), save: t('save'), saving: t('saving'), saved: t('saved'), problems: t }
  }

  protected override missingOf({ missingInterpreter }: Appointment): MissingInterpreter | null {
    return missingInterpreter ?? null
  }

  #language({ missingInterpreter }: Appointment): string {
    return this.host.format.languageName(missingInterpreter?.language ?? '')
  }

  protected override question(one: Appointment): string {
    return this.#t(this.#who, { language: this.#language(one) })
  }

  protected override reasonText(reason: NoInterpreterReason): string {
    return this.#t(`${this.#who}_${reason}`)
  }

  protected override known(one: Appointment, why: string): string {
    return this.#t('known', { language: this.#language(one), why })
  }

  protected override send(
    client: VisitClient,
    id: string,
    reason: NoInterpreterReason,
    options: RequestOptions,
  ): Promise<Appointment> {
    return client.appointments.explainInterpreter(id, { reason }, options)
  }
}
