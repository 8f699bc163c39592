import { describe, expect, it } from 'vitest'
import { readPolicies } from '../http/read-policies.ts'
import { missingStrength, nothingAsserted, strengthOf, type StrongSignInPolicy } from './sign-in-strength.ts'

const policy = readPolicies().sessions.strongSignIn
const strength = (methods: readonly string[], contextClass: string | null = null) =>
  strengthOf(policy, { methods, contextClass })
const member = (...roles: ('practitioner' | 'nurse' | 'administrator')[]) => ({ kind: 'member', roles }) as const

describe('what a sign-in proves', () => {
  it.each([
    ['a password alone', ['pwd'], null],
    ['a code alone, which may be the only factor', ['otp'], null],
    ['a key alone, which a thief could hold', ['hwk'], null],
    ['a text message', ['pwd', 'sms'], null],
    ['a telephone call', ['pwd', 'tel'], null],
    ['a text message that is also called a second factor', ['pwd', 'sms', 'mfa'], null],
    ['a text message that is also called a one-time code', ['pwd', 'sms', 'otp'], null],
    ['a method that is not in the standard', ['very-strong'], null],
    ['a second factor', ['mfa'], 'second-step'],
    ['a code from an app', ['pwd', 'otp'], 'second-step'],
    ['a passkey of a device, with a fingerprint', ['swk', 'fpt'], 'second-step'],
    ['a passkey next to an offered text message', ['pwd', 'swk', 'sms'], 'second-step'],
    ['a smart card with its number', ['sc', 'pin'], 'hardware-key'],
    ['a hardware key that was touched', ['hwk', 'user'], 'hardware-key'],
  ] as const)('%s', (_, methods, proven) => {
    expect(strength(methods)).toBe(proven)
  })

  it('counts the class that the identity provider asserts, but not next to a text message', () => {
    expect(strength([], 'phr')).toBe('second-step')
    expect(strength([], 'phrh')).toBe('hardware-key')
    expect(strength([], 'loa-high')).toBeNull()
    expect(strength(['sms'], 'phrh')).toBeNull()
  })
})

describe('what is still missing', () => {
  const code = { methods: ['pwd', 'otp'], contextClass: null }

  it('for a clinician is a second step, for an administrator a hardware key, and for several roles the greater', () => {
    expect(missingStrength(policy, member('nurse'), nothingAsserted)).toBe('second-step')
    expect(missingStrength(policy, member('nurse'), code)).toBeNull()
    expect(missingStrength(policy, member('administrator'), code)).toBe('hardware-key')
    expect(missingStrength(policy, member('nurse', 'administrator'), code)).toBe('hardware-key')
    expect(missingStrength(policy, member('nurse'), { methods: ['hwk', 'user'], contextClass: null })).toBeNull()
  })

  it('for a role that the policy forgot is a hardware key', () => {
    const { nurse: _, ...roles } = policy.roles
    expect(missingStrength({ ...policy, roles }, member('nurse'), code)).toBe('hardware-key')
  })

  it('is nothing for patients and programs, and for no user where the policy does not require it', () => {
    for (const kind of ['patient', 'proxy', 'guest', 'service'] as const)
      expect(missingStrength(policy, { kind, roles: ['patient'] }, nothingAsserted)).toBeNull()
    const without: StrongSignInPolicy = { ...policy, required: false }
    expect(missingStrength(without, member('administrator'), nothingAsserted)).toBeNull()
  })

  it('names every role of staff', () => {
    const { limits } = readPolicies().sessions
    const others = ['patient', 'proxy', 'guest', 'service']
    expect(Object.keys(policy.roles).sort()).toEqual(
      Object.keys(limits)
        .filter((role) => !others.includes(role))
        .sort(),
    )
  })
})
