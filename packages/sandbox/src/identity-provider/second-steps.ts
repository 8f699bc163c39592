import { randomInt } from 'node:crypto'
import type { DemoAccount } from './pages.ts'
import type { SecondStep } from './second-step-page.ts'

/** A sign-in whose first step is done. */
export interface BegunSignIn {
  readonly account: DemoAccount
  readonly step: SecondStep
  /** The code that the simulated app shows. */
  readonly code: string
}

/** `amr` of RFC 8176. The simulated key is a hardware key that is touched. */
const methods: Readonly<Record<SecondStep, readonly string[]>> = {
  code: ['pwd', 'otp', 'mfa'],
  key: ['pwd', 'hwk', 'user', 'mfa'],
}

/** What the ID token asserts: the steps that were taken, and no other. A choice on the page stands for the password. */
export const methodsOf = (taken: SecondStep | null): string[] => [...(taken === null ? ['pwd'] : methods[taken])]

/** Sign-ins between their two steps, by interaction. */
export const createSecondSteps = () => {
  const begun = new Map<string, BegunSignIn>()
  return {
    begin(uid: string, account: DemoAccount, step: SecondStep): BegunSignIn {
      const signIn = { account, step, code: String(randomInt(1_000_000)).padStart(6, '0') }
      // An old one was left at its second step.
      if (begun.size >= 1_000) begun.delete(begun.keys().next().value ?? '')
      begun.set(uid, signIn)
      return signIn
    },
    find: (uid: string): BegunSignIn | undefined => begun.get(uid),
    end: (uid: string): boolean => begun.delete(uid),
  }
}
