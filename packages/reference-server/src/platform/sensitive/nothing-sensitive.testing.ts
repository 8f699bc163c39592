import type { SensitiveRegister } from './sensitive-register.ts'

/** For the tests of one domain: no visit is sensitive. Tests of the whole server have some. */
export const nothingSensitive: SensitiveRegister = {
  concerns: () => false,
  withheldFrom: async () => new Set(),
  isSensitive: async () => false,
}
