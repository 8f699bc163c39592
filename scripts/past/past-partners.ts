import { startSandbox, type Sandbox, type SandboxOptions } from '../../packages/sandbox/src/start-sandbox.ts'
import type { PastClock } from './past-clock.ts'

/** The pharmacy that dispenses the prescriptions of the history. */
export const pastPharmacy = '9900001'

/** The partners of the demo, with the clock of the history. They respond immediately, and the laboratory measures the given values. */
export const startPastPartners = async (demo: SandboxOptions, clock: PastClock): Promise<Sandbox> => {
  const { now } = clock
  const { pharmacy, laboratory, clearinghouse, payments, mail, sms } = demo
  const { automatic: _itself, ...laboratoryOptions } = laboratory ?? { port: 0, controlPort: 0 }
  const partners = await startSandbox({
    ...(pharmacy && { pharmacy: { ...pharmacy, clock: now } }),
    ...(laboratory && { laboratory: { ...laboratoryOptions, clock: now } }),
    ...(clearinghouse && { clearinghouse: { ...clearinghouse, thinkMs: 0, numbersAfter: 0, now } }),
    ...(payments && { payments: { ...payments, now } }),
    ...(mail && { mail }),
    ...(sms && { sms: { ...sms, clock: now } }),
  })
  partners.pharmacy?.network().setBehavior(pastPharmacy, { stepAfter: 0 })
  return partners
}
