import type { WriteStatement } from '../../contracts/write.ts'

type Parts<S = WriteStatement> = S extends WriteStatement ? Omit<S, 'id' | 'parameters'> : never

let declared = 0

/** Declares a statement. Call it when a store is loaded, not for each request. */
export const writeStatement = (parts: Parts): WriteStatement => {
  const places = Array.from(textOf(parts).matchAll(/\$(\d+)/g), ([, place]) => Number(place))
  return { ...parts, id: (declared += 1), parameters: Math.max(0, ...places) }
}

const textOf = (parts: Parts): string => {
  switch (parts.kind) {
    case 'insert':
      return `${parts.values.join()} ${parts.onConflict ?? ''} ${parts.clears ?? ''}`
    case 'update':
      return `${parts.set} ${parts.where} ${parts.returns ?? ''}`
    case 'delete':
      return parts.where
    case 'check':
      return parts.condition
  }
}
