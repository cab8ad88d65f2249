// A certificate for tests: it names this machine only, nobody trusts it, and its key is published here.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const fileOf = (name: string): string => fileURLToPath(new URL(`fixture/certificate/${name}`, import.meta.url))
const certFile = fileOf('test-certificate.pem')
const keyFile = fileOf('test-key.pem')

export const testCertificate = { certFile, keyFile, cert: readFileSync(certFile, 'utf8'), key: readFileSync(keyFile, 'utf8') }
