import type { Appointment, MissingCaptioner, NoCaptionerReason, RequestOptions, VisitClient } from '@visitkit/sdk'
import { MissingHelpPart } from '../missing-help/missing-help-part.ts'
import { captionerMessages } from './captioner.messages.ts'

/** Asks where the captions come from that the patient needs in a visit by video, and shows it. In lists of visits. */
export class MissingCaptionerPart extends MissingHelpPart<NoCaptionerReason> {
  protected override readonly name = 'captioner'
  protected override readonly reasons: readonly NoCaptionerReason[] = [
    'captioner-invited',
    'brings-someone',
    'declined',
    'arranged-otherwise',
  ]
  protected override readonly t = this.host.language.bundle(captionerMessages)

  protected override missingOf({ missingCaptioner }: Appointment): MissingCaptioner | null {
    return missingCaptioner ?? null
  }

  protected override question(): string {
    return this.t(this.who)
  }

  protected override get hint(): string {
    return this.t(`hint_${this.who}`)
  }

  protected override known(_: Appointment, why: string): string {
    return this.t('known', { why })
  }

  protected override send(
    client: VisitClient,
    id: string,
    reason: NoCaptionerReason,
    options: RequestOptions,
  ): Promise<Appointment> {
    return client.appointments.explainCaptioner(id, { reason }, options)
  }
}
