import { setExtension } from '@typespec/openapi'

/** Where the decorators of events store their declarations. `src/read-events.ts` reads them. */
const state = (name) => Symbol.for(`visitkit.${name}`)
const keep = (name) => (context, target, value) => context.program.stateMap(state(name)).set(target, value)

/**
 * The decorators of declarations.tsp: each writes one OpenAPI extension or stores the declaration of an event. TypeSpec loads plain
 * JavaScript only.
 */
export const $decorators = {
  'Visitkit.Declare': {
    permission: (context, target, permission) => setExtension(context.program, target, 'x-permission', permission),
    audit: (context, target, declaration) => setExtension(context.program, target, 'x-audit', declaration),
    method: (context, target, name) => setExtension(context.program, target, 'x-method', name),
    problems: (context, target, ...codes) => setExtension(context.program, target, 'x-problems', codes),
    cost: (context, target, cost) => setExtension(context.program, target, 'x-cost', cost),
    urgency: (context, target, urgency) => setExtension(context.program, target, 'x-urgency', urgency),
    idempotent: (context, target) => setExtension(context.program, target, 'x-idempotent', true),
    byPerson: (context, target) => setExtension(context.program, target, 'x-by-person', true),
    stepUp: (context, target) => setExtension(context.program, target, 'x-step-up', true),
    passive: (context, target) => setExtension(context.program, target, 'x-passive', true),
    bodyLimit: (context, target, bytes) => setExtension(context.program, target, 'x-body-limit', bytes),
    event: keep('event'),
    liveMessage: keep('liveMessage'),
    readBy: (context, target, ...operations) => keep('readBy')(context, target, operations),
    webhook: (context, target) => keep('webhook')(context, target, true),
    readableWith: (context, target, permission) => setExtension(context.program, target, 'x-readable-with', permission),
    phi: (context, target, phiClass) => {
      setExtension(context.program, target, 'x-phi', phiClass)
      keep('phi')(context, target, phiClass)
    },
  },
}
