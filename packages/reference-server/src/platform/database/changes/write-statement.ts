import type { WriteStatement } from '../../contracts/write.ts'

type Parts<S = WriteStatement> = S extends WriteStatement ? Omit<S, 'id' | 'parameters'> : never

let declared = 0

/** Declares a statement. Call it when a store is loaded, not for each request. */
export const writeStatement = (parts: Parts): WriteStatement => {
  const text =
    parts.kind === 'insert'
      ? `${parts.values.join()} ${parts.clears ?? ''}`
      : `${parts.set} ${parts.where} ${parts.returns ?? ''}`
  const places = Array.from(text.matchAll(/\$(\d+)/g), ([, place]) => Number(place))
  return { ...parts, id: (declared += 1), parameters: Math.max(0, ...places) }
}
