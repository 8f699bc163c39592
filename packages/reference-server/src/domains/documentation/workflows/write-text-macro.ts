import type { components } from '@visitkit/contract'
import type { RequestContext } from '../../../platform/contracts/context.ts'
import { requireMacro, writtenMacro, type TextMacroFacts } from '../model/text-macro.ts'
import { presentTextMacro } from '../presenters/present-text-macro.ts'
import { deleteMacro, writeMacro } from '../store/text-macros.ts'

type Schemas = components['schemas']

/** A macro of this owner after it was written. */
export const changeMacro = (
  owned: readonly TextMacroFacts[],
  { name, body, ownerId }: { readonly name: string; readonly body: Schemas['PutTextMacro']; readonly ownerId: string },
  { caller, newId }: Pick<RequestContext, 'caller' | 'newId'>,
) => {
  const { before, after } = writtenMacro(owned, { ownerId, name, text: body.text, read: body.version, newId })
  return {
    writes: [writeMacro(after, before)],
    answer: { status: 200 as const, body: presentTextMacro(after, caller.organizationId) },
  }
}

export const removeMacro = (owned: readonly TextMacroFacts[], name: string) => ({
  writes: [deleteMacro(requireMacro(owned, name))],
  answer: { status: 204 as const },
})
