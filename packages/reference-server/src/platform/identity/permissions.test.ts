import { describe, expect, it } from 'vitest'
import { createPermissions, type PermissionPolicy } from './permissions.ts'

const policy = (more: Partial<PermissionPolicy['purposes']> = {}): PermissionPolicy => ({
  proxyScopes: {},
  webhooks: [],
  purposes: {
    roles: { biller: ['HPAYMT', 'HOPERAT'], 'front-desk': ['HOPERAT', 'HPAYMT'] },
    permissions: { 'claim:read': ['HPAYMT'], 'task:read': ['HPAYMT', 'HOPERAT'], 'slot:search': ['HOPERAT'] },
    ...more,
  },
  roles: {
    biller: { 'claim:read': 'organization', 'task:read': 'own' },
    'front-desk': { 'task:read': 'organization', 'slot:search': 'organization' },
  },
})

describe('a grant', () => {
  const { grantFor } = createPermissions(policy())

  it('has the usual purpose of the role, among those that the permission serves', () => {
    expect(grantFor(['biller'], 'task:read')).toEqual({ reach: 'own', role: 'biller', purpose: 'HPAYMT' })
    expect(grantFor(['front-desk'], 'task:read')?.purpose).toBe('HOPERAT')
  })

  it('has the stated purpose, if the role acts for it and the permission serves it', () => {
    expect(grantFor(['biller'], 'task:read', 'HOPERAT')?.purpose).toBe('HOPERAT')
    expect(grantFor(['biller'], 'claim:read', 'HOPERAT')).toBeNull()
    expect(grantFor(['biller'], 'task:read', 'TREAT')).toBeNull()
    expect(grantFor(['biller'], 'slot:search', 'HOPERAT')).toBeNull()
  })

  it('of several roles counts only those that act for the stated purpose', () => {
    const only = createPermissions(policy({ roles: { biller: ['HPAYMT'], 'front-desk': ['HOPERAT'] } }))
    expect(only.grantFor(['biller', 'front-desk'], 'task:read')).toMatchObject({ role: 'front-desk' })
    expect(only.grantFor(['biller', 'front-desk'], 'task:read', 'HPAYMT')).toEqual({
      reach: 'own',
      role: 'biller',
      purpose: 'HPAYMT',
    })
  })
})

it('a policy that grants a permission for no purpose does not load', () => {
  expect(() =>
    createPermissions(policy({ permissions: { 'task:read': ['HPAYMT', 'HOPERAT'], 'slot:search': ['HOPERAT'] } })),
  ).toThrow('grants claim:read to biller for no purpose')
})
