import { setExtension } from '@typespec/openapi'

/** The decorators of declarations.tsp: each writes one OpenAPI extension. TypeSpec loads plain JavaScript only. */
export const $decorators = {
  'Visitkit.Declare': {
    permission: (context, target, permission) => setExtension(context.program, target, 'x-permission', permission),
    audit: (context, target, declaration) => setExtension(context.program, target, 'x-audit', declaration),
    method: (context, target, name) => setExtension(context.program, target, 'x-method', name),
    problems: (context, target, ...codes) => setExtension(context.program, target, 'x-problems', codes),
    idempotent: (context, target) => setExtension(context.program, target, 'x-idempotent', true),
    stepUp: (context, target) => setExtension(context.program, target, 'x-step-up', true),
    passive: (context, target) => setExtension(context.program, target, 'x-passive', true),
    bodyLimit: (context, target, bytes) => setExtension(context.program, target, 'x-body-limit', bytes),
    phi: (context, target, phiClass) => setExtension(context.program, target, 'x-phi', phiClass),
  },
}
