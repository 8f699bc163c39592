import { events as declared } from '@visitkit/contract/events'
import type { DomainModule } from '../contracts/domain-module.ts'

type Emitting = Pick<DomainModule, 'name' | 'emits' | 'reactions' | 'live'>
type Declared = Readonly<Record<string, { readonly phi: readonly string[] }>>

/**
 * Throws if contract and domains disagree about events, and names every fault: a reaction to, or a live message for, an event that no
 * domain emits; a reaction without, or with two, ways to act; an event that no domain or two domains emit; and a payload with protected
 * health information.
 */
export const requireConsistentEvents = (modules: readonly Emitting[], events: Declared = declared): void => {
  const emitters = new Map<string, string>()
  const faults: string[] = []
  for (const { name, emits } of modules)
    for (const type of emits) {
      const other = emitters.get(type)
      if (other !== undefined) faults.push(`${type} is emitted by ${other} and by ${name}.`)
      if (!(type in events)) faults.push(`${type} is emitted by ${name} and not declared by the contract.`)
      emitters.set(type, name)
    }
  for (const { name, reactions, live } of modules) {
    for (const { consumer, events: types, decide, keep } of reactions) {
      if ((decide === undefined) === (keep === undefined)) faults.push(`${consumer} must have one of decide and keep.`)
      for (const type of types)
        if (!emitters.has(type)) faults.push(`${consumer} reacts to ${type}, which no domain emits.`)
    }
    for (const { event, message } of live)
      if (!emitters.has(event)) faults.push(`${name} sends ${message} on ${event}, which no domain emits.`)
  }
  for (const [type, { phi }] of Object.entries(events)) {
    if (!emitters.has(type)) faults.push(`${type} is declared by the contract, and no domain emits it.`)
    if (phi.length > 0) faults.push(`${type} has protected health information: ${phi.join(', ')}.`)
  }
  if (faults.length > 0) throw new Error(`The events of contract and server disagree:\n${faults.join('\n')}`)
}
