import {Box, Flex, Stack, Text} from '@sanity/ui'
import type {ComponentType, ReactNode} from 'react'
import type {PreviewProps} from 'sanity'
import type {BlockValue} from './blockBodies.tsx'

/** A block in the editor: its kind on a line of its own, then what it shows on the page. */
export function blockPreview(Icon: ComponentType, body: (value: BlockValue) => ReactNode) {
  return function BlockPreview(props: PreviewProps) {
    const value = blockOf(props)
    if (props.layout !== 'block' || value === undefined) return props.renderDefault(props)
    return (
      <Stack gap={3} padding={3}>
        <Flex gap={2} align="center">
          <Text size={1} muted>
            <Icon />
          </Text>
          <Box flex={1}>
            <Text size={1} muted weight="medium">
              {typeof props.subtitle === 'function' ? null : props.subtitle}
            </Text>
          </Box>
          {props.actions !== undefined && typeof props.actions !== 'function' && props.actions}
        </Flex>
        {body(value)}
      </Stack>
    )
  }
}

/** The block itself, which `withInputs` lets the preview select. */
function blockOf(props: PreviewProps): BlockValue | undefined {
  const value: unknown = 'block' in props ? props.block : undefined
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : undefined
}
