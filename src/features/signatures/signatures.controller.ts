import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { Asked } from '../../platform/http/asked.js';
import type { Asking } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, SITE_PARAM } from '../../platform/http/endpoint.js';
import { ProofDto, readProof } from '../../platform/http/proof.dto.js';
import { ChallengeDto, SignatureRequestDto, SignedDto } from './signatures.dto.js';
import { Signatures } from './signatures.js';

/** Two people, two credentials, one content. */
@ApiTags('signatures')
@Controller('api/sites/:site/signatures')
export class SignaturesController {
  constructor(@Inject(Signatures) private readonly signatures: Signatures) {}

  @Post()
  @Endpoint({
    says: 'Ask a second person to sign an act before it is recorded',
    more:
      'The answer says in words what is signed: show them as they stand. The act must then be sent with the same key and ' +
      'the same content, naming this signature; anything else makes the signature unknown.',
    status: 201,
    params: SITE_PARAM,
    body: SignatureRequestDto,
    answers: ChallengeDto,
  })
  ask(@Asked() asking: Asking, @Body() dto: SignatureRequestDto): Promise<ChallengeDto> {
    return this.signatures.ask(asking, dto);
  }

  @Post(':signature')
  @Endpoint({
    says: 'Sign, by the password or PIN of the person who was asked',
    more: 'The session stays that of the first person. Failed tries are counted and written into the access journal.',
    params: { ...SITE_PARAM, signature: 'Id of the signature' },
    body: ProofDto,
    answers: SignedDto,
  })
  sign(
    @Asked() asking: Asking,
    @Param('signature') id: string,
    @Body() dto: ProofDto,
  ): Promise<SignedDto> {
    return this.signatures.sign(asking, id, readProof(dto));
  }
}
