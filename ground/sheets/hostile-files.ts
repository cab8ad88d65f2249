// Files that no office would send, made for tests of this folder and of every room that takes uploads.

import { crc32, deflateRawSync, gzipSync } from 'node:zlib'

export interface ZipPart {
  readonly name: string
  readonly content: Uint8Array | string
  /** What the archive claims instead of the true unpacked size. */
  readonly claims?: number
  readonly stored?: boolean
}

/** A zip of these parts, with whatever sizes it claims. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, claims, stored } of parts) {
    const plain = Buffer.from(content)
    const packed = stored === true ? plain : deflateRawSync(plain)
    const label = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(stored === true ? 0 : 8, 8)
    local.writeUInt32LE(crc32(plain), 14)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(claims ?? plain.length, 22)
    local.writeUInt16LE(label.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(20, 4)
    local.copy(central, 6, 4, 28)
    central.writeUInt32LE(offset, 42)
    bodies.push(local, label, packed)
    directory.push(central, label)
    offset += 30 + label.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, list, end])
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** A workbook whose sheet holds this XML between its sheetData tags; further parts are added or replace others. */
export function workbookOf(sheetData: string | Uint8Array, more: readonly ZipPart[] = [], sheet: Partial<ZipPart> = {}): Buffer {
  const open = Buffer.from(`<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>`)
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: Buffer.concat([open, Buffer.from(sheetData), Buffer.from('</sheetData></worksheet>')]),
      ...sheet,
    },
  ]
  return zipOf([...parts.filter((part) => !more.some((other) => other.name === part.name)), ...more])
}

/** A row of inline text cells. */
export function sheetRow(line: number, cells: readonly string[]): string {
  const letters = cells.map((cell, index) => `<c r="${String.fromCharCode(65 + index)}${line}" t="inlineStr"><is><t>${cell}</t></is></c>`)
  return `<row r="${line}">${letters.join('')}</row>`
}

/** A small workbook whose sheet unpacks to so many megabytes, or claims to unpack to so many bytes. */
export function zipBomb(megabytes: number, claims?: number): Buffer {
  return workbookOf(Buffer.alloc(megabytes * 1_048_576, sheetRow(1, ['x'.repeat(40)])), [], claims === undefined ? {} : { claims })
}

/** A small gzip that unpacks to so many megabytes of blank rows, which no limit on rows would stop. */
export function gzipBomb(megabytes: number): Buffer {
  return gzipSync(Buffer.concat([Buffer.from('code,name\n'), Buffer.alloc(megabytes * 1_048_576, ',                \n')]))
}
