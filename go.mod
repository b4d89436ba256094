module github.com/hegao/hegao

go 1.26.0
