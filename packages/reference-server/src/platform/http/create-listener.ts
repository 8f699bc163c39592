import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { SecureContextOptions } from 'node:tls'

/** PEM files: the certificate with its intermediate ones, and its private key. */
export interface TlsFiles {
  readonly certificateFile: string
  readonly keyFile: string
}

/** Forward secrecy and authenticated encryption only (NIST SP 800-52r2, 3.3.1). Suites of TLS 1.3 are all of this kind. */
const ciphers = [
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_AES_128_GCM_SHA256',
].join(':')

/** Throws an error for the operator if the files cannot be read or do not fit each other. */
export const readTlsOptions = ({ certificateFile, keyFile }: TlsFiles): SecureContextOptions => {
  const [cert, key] = [readFileSync(certificateFile), readFileSync(keyFile)]
  if (!new X509Certificate(cert).checkPrivateKey(createPrivateKey(key)))
    throw new Error(`${keyFile} is not the key of the certificate in ${certificateFile}.`)
  return { cert, key, ciphers, honorCipherOrder: true, minVersion: 'TLSv1.2' }
}

/** Where the server listens: over TLS with these files, and in plain text without any, for a proxy on the same network. */
export const createListener = (tls: TlsFiles | null, options: ServerOptions, onRequest: RequestListener): Server =>
  tls === null ? createServer(options, onRequest) : createTlsServer({ ...options, ...readTlsOptions(tls) }, onRequest)
