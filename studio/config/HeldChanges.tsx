import {useToast} from '@sanity/ui/toast'
import {useEffect, useSyncExternalStore} from 'react'
import type {LayoutProps} from 'sanity'
import type {Say} from '../../schemas/text/say.ts'
import {isHolding, onHeldChange} from '../boot/heldChanges.ts'

const TOAST = 'held-changes'

/** A Studio layout that tells while a change waits for the lake: of a full disk, for instance, the form says nothing. */
export function heldChanges(say: Say) {
  return function HeldChanges(props: LayoutProps) {
    const holds = useSyncExternalStore(onHeldChange, isHolding)
    const {push} = useToast()
    useEffect(() => {
      if (!holds) return undefined
      push({
        id: TOAST,
        status: 'warning',
        duration: Number.POSITIVE_INFINITY,
        title: say({ko: '변경한 내용을 아직 저장하지 못했습니다', en: 'Your changes are not saved yet'}),
        description: say({
          ko: '계속 다시 시도하고 있습니다. 저장될 때까지 이 창을 닫지 마세요. 오래 걸리면 사이트 관리자에게 알려 주세요.',
          en: 'The Studio keeps trying. Leave this page open until they are; if it takes long, tell the owner of the site.',
        }),
      })
      return () => {
        push({
          id: TOAST,
          status: 'info',
          title: say({ko: '다시 저장되고 있습니다', en: 'Changes are being saved again'}),
        })
      }
    }, [holds, push])
    return props.renderDefault(props)
  }
}
