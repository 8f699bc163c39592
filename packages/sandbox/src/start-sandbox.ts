import {
  startClearinghouse,
  type SimulatedClearinghouse,
  type StartClearinghouseOptions,
} from './clearinghouse/start-clearinghouse.ts'
import {
  startIdentityProvider,
  type IdentityProvider,
  type IdentityProviderOptions,
} from './identity-provider/start-identity-provider.ts'
import {
  startKeyService,
  type SimulatedKeyService,
  type StartKeyServiceOptions,
} from './key-service/start-key-service.ts'
import type { SimulatedLaboratory } from './laboratory/simulated-laboratory.ts'
import { startLaboratory, type StartLaboratoryOptions } from './laboratory/start-laboratory.ts'
import { startMail, type SimulatedMail, type StartMailOptions } from './mail/start-mail.ts'
import { startPayments, type SimulatedProcessor, type StartPaymentsOptions } from './payments/start-payments.ts'
import { startPharmacy, type SimulatedPharmacies, type StartPharmacyOptions } from './pharmacy/start-pharmacy.ts'
import { startSms, type SimulatedSms, type StartSmsOptions } from './sms/start-sms.ts'
import { startVideo, type SimulatedDaily, type StartVideoOptions } from './video/start-video.ts'
import { startWitness, type SimulatedWitness, type StartWitnessOptions } from './witness/start-witness.ts'

export interface SandboxOptions {
  readonly identityProvider?: IdentityProviderOptions
  readonly video?: StartVideoOptions
  readonly pharmacy?: StartPharmacyOptions
  readonly laboratory?: StartLaboratoryOptions
  readonly clearinghouse?: StartClearinghouseOptions
  readonly payments?: StartPaymentsOptions
  readonly mail?: StartMailOptions
  readonly sms?: StartSmsOptions
  readonly keyService?: StartKeyServiceOptions
  readonly witness?: StartWitnessOptions
}

export interface Sandbox {
  readonly identityProvider: IdentityProvider | null
  readonly video: SimulatedDaily | null
  readonly pharmacy: SimulatedPharmacies | null
  readonly laboratory: SimulatedLaboratory | null
  readonly clearinghouse: SimulatedClearinghouse | null
  readonly payments: SimulatedProcessor | null
  readonly mail: SimulatedMail | null
  readonly sms: SimulatedSms | null
  readonly keyService: SimulatedKeyService | null
  readonly witness: SimulatedWitness | null
  stop(): Promise<void>
}

/** Starts only the requested simulated partners. When one cannot start, those that did are stopped. */
export const startSandbox = async (options: SandboxOptions): Promise<Sandbox> => {
  const stops: (() => Promise<void>)[] = []
  const stop = async (): Promise<void> => {
    await Promise.all(stops.splice(0).map((end) => end()))
  }
  const begin = async <Options, Partner extends { stop(): Promise<void> }>(
    start: (options: Options) => Promise<Partner>,
    wanted: Options | undefined,
  ): Promise<Partner | null> => {
    if (wanted === undefined) return null
    const partner = await start(wanted)
    stops.push(() => partner.stop())
    return partner
  }
  try {
    return {
      identityProvider: await begin(startIdentityProvider, options.identityProvider),
      video: await begin(startVideo, options.video),
      pharmacy: await begin(startPharmacy, options.pharmacy),
      laboratory: await begin(startLaboratory, options.laboratory),
      clearinghouse: await begin(startClearinghouse, options.clearinghouse),
      payments: await begin(startPayments, options.payments),
      mail: await begin(startMail, options.mail),
      sms: await begin(startSms, options.sms),
      keyService: await begin(startKeyService, options.keyService),
      witness: await begin(startWitness, options.witness),
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
