import type { DrugChecks } from './provider.ts'

/** For a deployment without an interaction service: every prescription then states that nothing was checked. */
export const noChecks: DrugChecks = {
  name: 'no drug-check service',
  check: () => Promise.reject(new Error('no drug-check service is configured')),
}
