import { startSandbox, type Sandbox, type SandboxOptions } from '../../packages/sandbox/src/start-sandbox.ts'
import type { PastClock } from './past-clock.ts'

/** Where what is prescribed in the past is handed out. */
export const pastPharmacy = '9900001'

/** The partners of the demo by the clock of the past. They answer at once, and the laboratory measures what it is told to. */
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
