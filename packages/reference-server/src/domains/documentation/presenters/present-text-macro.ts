import type { components } from '@visitkit/contract'
import type { TextMacro } from '../model/text-macro.ts'

export const presentTextMacro = (
  { ownerId, name, text, version }: TextMacro,
  organizationId: string,
): components['schemas']['TextMacro'] => ({ name, shared: ownerId === organizationId, text, version })
