// antd writes style elements and attributes while it runs.

import type { FacePlate } from '#ground/http/faces.ts'

export const face: FacePlate = { inlineStyles: true }
