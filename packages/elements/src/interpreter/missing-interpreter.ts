import type { Appointment, MissingInterpreter, NoInterpreterReason, RequestOptions, VisitClient } from '@visitkit/sdk'
import { MissingHelpPart } from '../missing-help/missing-help-part.ts'
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
  protected override readonly t = this.host.language.bundle(interpreterMessages)

  protected override missingOf({ missingInterpreter }: Appointment): MissingInterpreter | null {
    return missingInterpreter ?? null
  }

  #language({ missingInterpreter }: Appointment): string {
    return this.host.format.languageName(missingInterpreter?.language ?? '')
  }

  protected override question(one: Appointment): string {
    return this.t(this.who, { language: this.#language(one) })
  }

  protected override known(one: Appointment, why: string): string {
    return this.t('known', { language: this.#language(one), why })
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
