package fr.sisamu.portail.account;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Lets every entity name its account by {@link AccountId} rather than by a bare number. */
@Converter(autoApply = true)
public class AccountIdConverter implements AttributeConverter<AccountId, Long> {

    @Override
    public Long convertToDatabaseColumn(AccountId id) {
        return id == null ? null : id.value();
    }

    @Override
    public AccountId convertToEntityAttribute(Long column) {
        return column == null ? null : new AccountId(column);
    }
}
